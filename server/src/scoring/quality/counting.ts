import type { Explanation } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import { countBest } from './countBest.ts';
import { countForApp } from './countForApp.ts';
import type { Denominator } from './denominator.ts';
import type { RatedMeasure } from './rateMeasures.ts';

/** Which of the rated measures count, and out of how many points. */
export interface Counting {
  readonly counted: ReadonlySet<RatedMeasure>;
  /** The measure that meets the requirement for an outcome or high priority measure. */
  readonly requiredId: string | null;
  readonly denominator: Denominator;
  readonly gaps: readonly Explanation[];
  /** Why a measure does not count; empty when its points say it already. */
  whyNot(rated: RatedMeasure): string;
}

/** Chooses the measures that count by the program's rules. */
export function chooseCounting(rated: readonly RatedMeasure[], context: ScoreContext): Counting {
  return context.rules.kind === 'app' ? countForApp(rated, context) : countBest(rated, context);
}
