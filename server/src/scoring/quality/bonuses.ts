import type { Bonus } from '../breakdown.ts';
import type { Figure, QualityPolicy } from '../policy.ts';
import { roundTo } from '../rounding.ts';

/** What a bonus looks at in a submitted measure. */
export interface BonusMeasure {
  readonly measureId: string;
  readonly collectionType: string;
  /** `null`: out of the score. */
  readonly points: number | null;
  readonly isCounted: boolean;
  readonly isHighPriority: boolean;
  /** Outcome, patient-reported outcome or patient experience. */
  readonly isOutcomeOrExperience: boolean;
  readonly isEndToEndReported: boolean;
  readonly meetsCaseMinimum: boolean;
  readonly isComplete: boolean;
  /** Performance better than the worst possible rate. */
  readonly hasPerformance: boolean;
}

/**
 * High priority measures beyond the required one, submitted with enough cases and complete data, also
 * those that do not count otherwise (to 2021). `requiredId` is the measure that meets the requirement.
 */
export function highPriorityBonus(
  measures: readonly BonusMeasure[],
  requiredId: string | null,
  policy: QualityPolicy,
  denominator: number,
): Bonus {
  const rule = policy.highPriorityBonus;
  if (rule.value === null) return none(rule, 'The year has no bonus for further high priority measures.');
  const { outcome, other, capPercent } = rule.value;
  const earning = measures.filter(
    (measure) =>
      measure.isHighPriority &&
      measure.measureId !== requiredId &&
      measure.points !== null &&
      measure.meetsCaseMinimum &&
      measure.isComplete &&
      measure.hasPerformance,
  );
  const earned = earning.reduce((sum, measure) => sum + (measure.isOutcomeOrExperience ? outcome : other), 0);
  return capped(earned, capPercent, denominator, rule, `${list(earning)} as high priority beyond the first`);
}

/** One point for each measure reported end to end electronically (to 2021). */
export function endToEndBonus(
  measures: readonly BonusMeasure[],
  policy: QualityPolicy,
  denominator: number,
): Bonus {
  const rule = policy.endToEndBonus;
  if (rule.value === null) return none(rule, 'The year has no bonus for end-to-end electronic reporting.');
  const { perMeasure, capPercent } = rule.value;
  const earning = measures.filter((measure) => measure.isEndToEndReported && measure.points !== null);
  return capped(
    earning.length * perMeasure,
    capPercent,
    denominator,
    rule,
    `${list(earning)} as reported end to end`,
  );
}

/** Six points in the numerator when a small practice sends at least one quality measure. */
export function smallPracticeBonus(
  submittedMeasures: number,
  isSmallPractice: boolean,
  policy: QualityPolicy,
): Bonus {
  const rule = policy.smallPracticeBonus;
  const points = isSmallPractice && submittedMeasures > 0 ? rule.value : 0;
  const reason = isSmallPractice
    ? `A small practice that sends a quality measure gets ${rule.value} points.`
    : 'Only small practices get it.';
  return { points, reason, source: rule.source, confidence: rule.confidence };
}

/** Virtual groups and APM entities: a point for each complete eCQM that counts, up to 10 for the measure (2025 on). */
export function complexOrganizationBonus(
  measures: readonly BonusMeasure[],
  entityType: string | null,
  policy: QualityPolicy,
  denominator: number,
): Bonus {
  const rule = policy.complexOrganizationAdjustment;
  if (rule.value === null) return none(rule, 'The year has no complex organization adjustment.');
  if (entityType !== 'virtualGroup' && entityType !== 'apm') {
    return none(rule, 'Only virtual groups and APM entities get it.');
  }
  const { perMeasure, capPercent } = rule.value;
  const earning = measures.filter(
    (measure) =>
      measure.isCounted &&
      measure.collectionType === 'electronicHealthRecord' &&
      measure.meetsCaseMinimum &&
      measure.isComplete,
  );
  const most = policy.pointsPerMeasure.value;
  const earned = earning.reduce((sum, { points }) => sum + Math.min(perMeasure, most - (points ?? most)), 0);
  return capped(earned, capPercent, denominator, rule, `${list(earning)} as complete eCQMs`);
}

function capped(
  earned: number,
  capPercent: number,
  denominator: number,
  rule: Figure<unknown>,
  what: string,
): Bonus {
  const most = (denominator * capPercent) / 100;
  const points = roundTo(Math.min(earned, most), 4);
  const limit = earned > most ? `; no more than ${capPercent} % of the denominator` : '';
  const reason = earned === 0 ? 'No measure earns it.' : `For ${what}${limit}.`;
  return { points, reason, source: rule.source, confidence: rule.confidence };
}

function none(rule: Figure<unknown>, reason: string): Bonus {
  return { points: 0, reason, source: rule.source, confidence: rule.confidence };
}

function list(measures: readonly BonusMeasure[]): string {
  return measures.map((measure) => measure.measureId).join(', ');
}
