import type { BenchmarkUsed, Explanation, QualityReasonCode } from '../breakdown.ts';
import type { Figure, PointsByPractice, QualityPolicy } from '../policy.ts';
import type { BenchmarkChoice } from './benchmarkChoice.ts';

/** What decides a measure's points besides its own counts. */
export interface MeasureCircumstances {
  readonly policy: QualityPolicy;
  readonly performanceYear: number;
  readonly collectionType: string;
  readonly smallPractice: boolean;
  /** APM Performance Pathway or APP Plus. */
  readonly isApp: boolean;
  /** First or second year in MIPS; `null`: older. */
  readonly yearInMips: 1 | 2 | null;
  readonly benchmark: BenchmarkChoice;
}

/** Achievement points with their reason; `points` `null`: the measure is out of the score. */
export interface MeasurePoints extends Explanation {
  readonly reasonCode: QualityReasonCode;
  readonly points: number | null;
  readonly maxPoints: number;
  readonly decile: number | null;
  readonly benchmark: BenchmarkUsed | null;
}

/** CMS Web Interface measures had rules of their own until 2022. */
export function isWebInterface({ collectionType }: MeasureCircumstances): boolean {
  return collectionType === 'cmsWebInterface';
}

/** The least a measure in its first or second year earns; `null` when there is no such floor. */
export function newMeasureFloor({ policy, yearInMips }: MeasureCircumstances): number | null {
  const floor = policy.newMeasureFloor.value;
  if (floor === null || yearInMips === null) return null;
  return yearInMips === 1 ? floor.firstYear : floor.secondYear;
}

/** The figure for the size of the practice. */
export function byPractice(
  figure: Figure<PointsByPractice>,
  { smallPractice }: MeasureCircumstances,
): number {
  return smallPractice ? figure.value.small : figure.value.large;
}

/** What an explanation takes over from the figure it rests on. */
export function basis(figure: Figure<unknown>): Pick<Explanation, 'source' | 'confidence'> {
  return { source: figure.source, confidence: figure.confidence };
}
