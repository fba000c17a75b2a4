import { compareIds } from '../../catalog/ids.ts';
import type { QualityBreakdown, QualityMeasureScore } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { QualityInput } from '../input/collect.ts';
import { roundTo } from '../rounding.ts';
import { categoryBonuses } from './categoryBonuses.ts';
import { qualityPercent } from './categoryPercent.ts';
import { chooseCounting } from './counting.ts';
import { measureRow, unknownRow } from './measureRow.ts';
import { rateMeasures } from './rateMeasures.ts';

/** The quality category: each measure's points, which of them count, bonuses and the percent. */
export function qualityScore(
  inputs: readonly QualityInput[],
  isSubmitted: boolean,
  context: ScoreContext,
): QualityBreakdown {
  const all = rateMeasures(inputs, context);
  const rated = all.filter((measure) => measure.measure !== null);
  const counting = chooseCounting(rated, context);
  const denominator = counting.denominator.points;
  const bonuses = categoryBonuses(rated, counting, context);
  const achieved = [...counting.counted].reduce((sum, { points }) => sum + (points.points ?? 0), 0);
  const subtotal = roundTo(achieved, 4);
  const bonusPoints = Object.values(bonuses).reduce((sum, bonus) => sum + bonus.points, 0);
  const rows = all.map((measure) =>
    measure.measure === null ? unknownRow(measure, context) : measureRow(measure, counting, context),
  );
  return {
    isSubmitted,
    measures: rows.sort(byCountedThenPoints),
    subtotal,
    bonuses,
    denominator,
    denominatorReason: counting.denominator.explanation,
    percent: qualityPercent(subtotal + bonusPoints, denominator, context.options.qualityImprovementPercent),
    gaps: isSubmitted ? counting.gaps : [],
  };
}

function byCountedThenPoints(a: QualityMeasureScore, b: QualityMeasureScore): number {
  return (
    Number(b.counted) - Number(a.counted) ||
    (b.points ?? -1) - (a.points ?? -1) ||
    compareIds(a.measureId, b.measureId) ||
    compareIds(a.collectionType, b.collectionType)
  );
}
