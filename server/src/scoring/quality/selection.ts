import type { QualityMeasure } from '../../catalog/catalog.ts';
import { compareIds } from '../../catalog/ids.ts';

/** A measure that may count, by the collection type that was chosen for it. */
export interface Candidate {
  readonly measureId: string;
  readonly collectionType: string;
  readonly points: number;
  readonly isOutcome: boolean;
  readonly isHighPriority: boolean;
}

/** The measures that count, and what the choice lacks. */
export interface Selection<T extends Candidate> {
  readonly picked: readonly T[];
  /** The outcome (or else high priority) measure that meets the requirement for one. */
  readonly required: T | null;
  /** 1 when the requirement is not met: the place of that measure is not filled by another. */
  readonly emptyPlaces: 0 | 1;
}

/**
 * Picks the measures that count: the best outcome measure (without one the best high priority
 * measure), then the best of the others; equal points go by measure id (CMS PY2020 feedback FAQ).
 * Where such a measure is needed and none was sent, only `places - 1` others count.
 */
export function selectMeasures<T extends Candidate>(
  candidates: readonly T[],
  places: number,
  needsOutcome = true,
): Selection<T> {
  const ranked = [...candidates].sort(byPointsThenId);
  const required =
    ranked.find((candidate) => candidate.isOutcome) ??
    ranked.find((candidate) => candidate.isHighPriority) ??
    null;
  if (places < 1) return { picked: [], required, emptyPlaces: 0 };
  if (required === null) {
    const emptyPlaces = needsOutcome ? 1 : 0;
    return { picked: ranked.slice(0, places - emptyPlaces), required, emptyPlaces };
  }
  const others = ranked.filter((candidate) => candidate !== required);
  return { picked: [required, ...others.slice(0, places - 1)], required, emptyPlaces: 0 };
}

/** For each measure the collection type that scores best; equal points go by the type's name. */
export function bestByMeasure<T extends Candidate>(candidates: readonly T[]): T[] {
  const best = new Map<string, T>();
  for (const candidate of [...candidates].sort(byPointsThenId)) {
    if (!best.has(candidate.measureId)) best.set(candidate.measureId, candidate);
  }
  return [...best.values()];
}

/** Outcome measures as CMS counts them for the requirement of one. */
export function isOutcomeMeasure(measure: QualityMeasure): boolean {
  return ['outcome', 'intermediateOutcome', 'patientReportedOutcome'].includes(measure.measureType ?? '');
}

/** Most points first, then by measure id, then by collection type. */
export function byPointsThenId(a: Candidate, b: Candidate): number {
  return (
    b.points - a.points ||
    compareIds(a.measureId, b.measureId) ||
    compareIds(a.collectionType, b.collectionType)
  );
}
