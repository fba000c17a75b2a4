import type { Answer, QualityMeasureScore, StratumCounts } from '../../../server/src/scoring/breakdown.ts';
import { none, number, percent } from './numbers.ts';

/** `80%`, or the value of a measure that is not a proportion. */
export function rateText({ performanceRate, rateUnit }: QualityMeasureScore): string {
  return rateUnit === 'percent' ? percent(performanceRate) : number(performanceRate);
}

/** Numerator, and denominator without exclusions and exceptions; `null` where the file has no counts. */
export function fractionOf({ performanceMet, performanceNotMet }: StratumCounts): Fraction {
  return {
    numerator: performanceMet,
    denominator:
      performanceMet === null && performanceNotMet === null
        ? null
        : (performanceMet ?? 0) + (performanceNotMet ?? 0),
  };
}

export interface Fraction {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** `9.48 / 10`; what CMS's site shows of a measure that does not count is `N/A`. */
export function pointsText({ points, maxPoints }: Pick<QualityMeasureScore, 'points' | 'maxPoints'>): string {
  return points === null ? 'N/A' : `${number(points)} / ${number(maxPoints)}`;
}

/** `90 of 100`, `yes`, `no`. */
export function answerText(answer: Answer): string {
  if (answer.kind === 'counts') {
    return answer.numerator === null ? none : `${number(answer.numerator)} of ${number(answer.denominator)}`;
  }
  return answer.yes === null ? none : answer.yes ? 'yes' : 'no';
}
