import type { Origin } from '../breakdown.ts';
import type { PiInput } from '../input/collect.ts';

/** What the files say about one PI measure. */
export interface PiAnswer {
  readonly measureId: string;
  /** `null` for a measure answered with yes or no. */
  readonly counts: { readonly numerator: number; readonly denominator: number } | null;
  /** Yes, or a numerator of at least one. */
  readonly isPositive: boolean;
  readonly origin: Origin;
}

/** The answers by measure id, and the measures that were answered differently. */
export interface PiAnswers {
  readonly byId: ReadonlyMap<string, PiAnswer>;
  readonly conflicting: readonly string[];
}

/**
 * Unites the answers of all sets. CMS gives the whole category zero when a measure was sent twice
 * with different values; the last answer is kept to show the rest of the breakdown.
 */
export function piAnswers(inputs: readonly PiInput[]): PiAnswers {
  const byId = new Map<string, PiAnswer>();
  const conflicting = new Set<string>();
  for (const input of inputs) {
    const answer = answerOf(input);
    const before = byId.get(input.measureId);
    if (before && !sameValue(before, answer)) conflicting.add(input.measureId);
    byId.set(input.measureId, answer);
  }
  return { byId, conflicting: [...conflicting].sort() };
}

function answerOf({ measureId, measurement, origin }: PiInput): PiAnswer {
  if (measurement.kind === 'attestation') {
    return { measureId, counts: null, isPositive: measurement.value?.value === true, origin };
  }
  const numerator = measurement.numerator?.value ?? 0;
  const denominator = measurement.denominator?.value ?? 0;
  return {
    measureId,
    counts: { numerator, denominator },
    isPositive: numerator >= 1 && denominator >= 1,
    origin,
  };
}

function sameValue(a: PiAnswer, b: PiAnswer): boolean {
  return (
    a.isPositive === b.isPositive &&
    a.counts?.numerator === b.counts?.numerator &&
    a.counts?.denominator === b.counts?.denominator
  );
}
