import type { QualityBonuses, QualityBreakdown, QualityMeasureScore } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { QualityInput } from '../input/collect.ts';
import type { QualityPolicy } from '../policy.ts';
import { roundTo } from '../rounding.ts';
import {
  type BonusMeasure,
  complexOrganizationBonus,
  endToEndBonus,
  highPriorityBonus,
  smallPracticeBonus,
} from './bonuses.ts';
import { qualityPercent } from './categoryPercent.ts';
import { belongsTo, type Counting, chooseCounting } from './counting.ts';
import { type RatedMeasure, rateMeasures, type UnknownMeasure } from './rateMeasures.ts';
import { isOutcomeMeasure } from './selection.ts';

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
  const bonuses = allBonuses(rated, counting, context);
  const subtotal = roundTo(
    [...counting.counted].reduce((sum, { points }) => sum + (points.points ?? 0), 0),
    4,
  );
  const bonusPoints = Object.values(bonuses).reduce((sum, bonus) => sum + bonus.points, 0);
  return {
    isSubmitted,
    measures: all
      .map((measure) =>
        measure.measure === null ? unknownRow(measure, context) : row(measure, counting, context),
      )
      .sort(byCountedPointsAndId),
    subtotal,
    bonuses,
    denominator,
    denominatorReason: counting.denominator.explanation,
    percent: qualityPercent(subtotal + bonusPoints, denominator, context.options.qualityImprovementPercent),
    gaps: isSubmitted ? counting.gaps : [],
  };
}

function allBonuses(
  rated: readonly RatedMeasure[],
  counting: Counting,
  { policy, options, participant, rules }: ScoreContext,
): QualityBonuses {
  const measures = rated.map((measure) => bonusMeasure(measure, counting, policy.quality));
  const points = counting.denominator.points;
  // The regulation gives the measure bonuses to those who choose their measures, not under APP.
  const chosen = rules.kind === 'app' ? [] : measures;
  return {
    highPriority: highPriorityBonus(chosen, counting.requiredId, policy.quality, points),
    endToEnd: endToEndBonus(chosen, policy.quality, points),
    smallPractice: smallPracticeBonus(measures.length, options.smallPractice, policy.quality),
    complexOrganization: complexOrganizationBonus(
      measures,
      participant?.entityType ?? null,
      policy.quality,
      points,
    ),
  };
}

function bonusMeasure(rated: RatedMeasure, counting: Counting, policy: QualityPolicy): BonusMeasure {
  const { measure, result, input, points } = rated;
  const worst = measure.isInverse ? 100 : 0;
  return {
    measureId: measure.measureId,
    collectionType: input.collectionType,
    points: points.points,
    isCounted: counting.counted.has(rated),
    isHighPriority: measure.isHighPriority,
    isOutcomeOrExperience: isOutcomeMeasure(measure) || measure.measureType === 'patientEngagementExperience',
    isEndToEndReported: input.measurement.isEndToEndReported,
    meetsCaseMinimum: (result.caseCount ?? 0) >= policy.caseMinimum.value,
    isComplete: (result.dataCompleteness ?? 0) >= policy.completenessThreshold.value,
    hasPerformance: result.performanceRate !== null && result.performanceRate !== worst,
  };
}

function row(rated: RatedMeasure, counting: Counting, context: ScoreContext): QualityMeasureScore {
  const { measure, result, points, input } = rated;
  const counted = counting.counted.has(rated);
  const whyNot = counted ? '' : counting.whyNot(rated);
  return {
    measureId: measure.measureId,
    collectionType: input.collectionType,
    title: measure.title,
    ...result,
    ...points,
    counted,
    displayed: displayed(points.points, counted, points.reasonCode === 'no-benchmark', context),
    reasonCode: belongsTo(rated, context) ? points.reasonCode : 'not-in-program',
    reason: [points.reason, whyNot].filter((sentence) => sentence !== '').join(' '),
    origin: input.origin,
  };
}

/** CMS's site shows `N/A` for what does not count and for a measure that awaits its benchmark. */
function displayed(
  points: number | null,
  counted: boolean,
  lacksBenchmark: boolean,
  { policy }: ScoreContext,
): string {
  if (points === null || (lacksBenchmark && points === 0)) return 'N/A';
  return counted ? points.toFixed(2) : policy.quality.displayOfNonCounting.value;
}

function unknownRow({ input }: UnknownMeasure, { catalog }: ScoreContext): QualityMeasureScore {
  const name = input.measureId ?? input.guid ?? '';
  return {
    measureId: name,
    collectionType: input.collectionType,
    title: '',
    performanceRate: null,
    dataCompleteness: null,
    caseCount: null,
    strata: [],
    benchmark: null,
    decile: null,
    points: null,
    maxPoints: 0,
    counted: false,
    displayed: 'N/A',
    reason: `${catalog.performanceYear} has no quality measure ${name}, so it cannot be scored.`,
    reasonCode: 'unknown-measure',
    source: 'CMS’s measure data',
    confidence: 'high',
    origin: input.origin,
  };
}

function byCountedPointsAndId(a: QualityMeasureScore, b: QualityMeasureScore): number {
  return (
    Number(b.counted) - Number(a.counted) ||
    (b.points ?? -1) - (a.points ?? -1) ||
    (a.measureId < b.measureId ? -1 : Number(a.measureId > b.measureId)) ||
    (a.collectionType < b.collectionType ? -1 : 1)
  );
}
