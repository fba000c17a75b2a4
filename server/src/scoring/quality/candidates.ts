import type { ScoreContext } from '../context.ts';
import type { RatedMeasure } from './rateMeasures.ts';
import { type Candidate, isOutcomeMeasure } from './selection.ts';

/** A rated measure as a candidate for counting. */
export interface RatedCandidate extends Candidate {
  readonly rated: RatedMeasure;
}

/** The measures that have points; those taken out of the score are no candidates. */
export function candidatesFrom(rated: readonly RatedMeasure[]): RatedCandidate[] {
  return rated.flatMap((entry) => {
    const { points } = entry.points;
    return points === null ? [] : [candidate(entry, points)];
  });
}

function candidate(rated: RatedMeasure, points: number): RatedCandidate {
  return {
    rated,
    measureId: rated.measureId,
    collectionType: rated.input.collectionType,
    points,
    isOutcome: isOutcomeMeasure(rated.measure),
    isHighPriority: rated.measure.isHighPriority,
  };
}

/** Whether the measure may be reported to the program. */
export function belongsTo({ measure }: RatedMeasure, { rules, programName }: ScoreContext): boolean {
  if (rules.kind === 'mvp') return rules.mvp.qualityMeasureIds.includes(measure.measureId);
  // The data names no programs until 2020, and later not all of those outside MIPS.
  return (
    rules.kind === 'outsideMips' ||
    measure.allowedPrograms.length === 0 ||
    measure.allowedPrograms.includes(programName)
  );
}
