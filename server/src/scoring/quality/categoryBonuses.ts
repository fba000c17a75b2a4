import type { Bonus, QualityBonuses } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { QualityPolicy } from '../policy.ts';
import {
  type BonusMeasure,
  complexOrganizationBonus,
  endToEndBonus,
  highPriorityBonus,
  smallPracticeBonus,
} from './bonuses.ts';
import type { Counting } from './counting.ts';
import type { RatedMeasure } from './rateMeasures.ts';
import { isOutcomeMeasure } from './selection.ts';

/** All bonuses of the category, each with the reason it is given or not. */
export function categoryBonuses(
  rated: readonly RatedMeasure[],
  counting: Counting,
  { policy: { quality: policy }, options, participant, rules }: ScoreContext,
): QualityBonuses {
  const measures = bonusMeasures(rated, counting, policy);
  const denominator = counting.denominator.points;
  const isApp = rules.kind === 'app';
  return {
    highPriority: isApp
      ? unknownUnderApp
      : highPriorityBonus(measures, counting.requiredId, policy, denominator),
    endToEnd: isApp ? unknownUnderApp : endToEndBonus(measures, policy, denominator),
    smallPractice: smallPracticeBonus(measures.length, options.smallPractice, policy),
    complexOrganization: complexOrganizationBonus(
      measures,
      participant?.entityType ?? null,
      policy,
      denominator,
    ),
  };
}

/** The pathway's measures are all required, so none is beyond the requirement; CMS's texts say no more. */
const unknownUnderApp: Bonus = {
  points: 0,
  reason: 'No source gives this bonus under the APM Performance Pathway.',
  source: '42 CFR 414.1367',
  confidence: 'low',
};

/** Each submitted measure once, by the collection type that counts or else scores best. */
function bonusMeasures(
  rated: readonly RatedMeasure[],
  counting: Counting,
  policy: QualityPolicy,
): BonusMeasure[] {
  const byId = new Map<string, BonusMeasure>();
  for (const entry of rated) {
    const measure = bonusMeasure(entry, counting, policy);
    const before = byId.get(measure.measureId);
    if (before === undefined || rank(measure) > rank(before)) byId.set(measure.measureId, measure);
  }
  return [...byId.values()];
}

function rank({ isCounted, points }: BonusMeasure): number {
  return isCounted ? Number.POSITIVE_INFINITY : (points ?? -1);
}

function bonusMeasure(rated: RatedMeasure, counting: Counting, policy: QualityPolicy): BonusMeasure {
  const { measure, result, input, points } = rated;
  const worstRate = measure.isInverse ? 100 : 0;
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
    hasPerformance: result.performanceRate !== null && result.performanceRate !== worstRate,
  };
}
