import type { Participant } from '../../submission/participant.ts';
import type { SubmissionFormat } from '../../submission/submission.ts';
import type { Range } from '../../text/lineIndex.ts';

/**
 * What is kept of a file to compare it with others: plain data, a few hundred bytes for each measure, so that a
 * workspace of many thousand files fits into memory.
 */
export interface FileFacts {
  /** The file's path or URI, as findings name it. */
  readonly path: string;
  readonly format: SubmissionFormat;
  readonly performanceYear: number | null;
  readonly participant: Participant | null;
  /** The value that says who the file is for: the TIN, else the entity id, else the entity type. */
  readonly participantRange: Range;
  readonly sets: readonly SetFacts[];
}

export interface SetFacts {
  readonly category: string;
  readonly submissionMethod: string;
  readonly programName: string;
  readonly range: Range;
  readonly measurements: readonly MeasurementFacts[];
}

export interface MeasurementFacts {
  readonly measureId: string;
  /** The measure's id or GUID. */
  readonly range: Range;
  /** All that is reported of it, in words: `yes`, `120/150`, `60 met, 30 not met of 100`. */
  readonly reported: string;
  /** Yes, or a numerator of at least one. */
  readonly isPositive: boolean;
  /** Achievement points of a quality measure by its own benchmark; `null` where there are none. */
  readonly points: number | null;
}

/** A measurement with the set and the file it stands in. */
export interface PlacedMeasurement extends MeasurementFacts {
  readonly file: FileFacts;
  readonly set: SetFacts;
}

/** The measurements of a category in all files, in the order of the files. */
export function measurementsOf(files: readonly FileFacts[], category: string): PlacedMeasurement[] {
  return files.flatMap((file) =>
    file.sets
      .filter((set) => set.category === category)
      .flatMap((set) => set.measurements.map((measurement) => ({ ...measurement, file, set }))),
  );
}

/** The key under which CMS keeps a set: a second upload under the same key replaces the first. */
export function setKey({ category, submissionMethod, programName }: SetFacts): string {
  return `${category}\n${submissionMethod}\n${programName}`;
}

/** Puts things that share a key together, in the order in which they come. */
export function groupedBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
