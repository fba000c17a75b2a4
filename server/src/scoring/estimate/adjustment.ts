import type { Adjustment, AdjustmentBand } from '../breakdown.ts';
import type { FinalScorePolicy } from '../policy.ts';
import { truncateTo } from '../rounding.ts';

/** The band of the payment adjustment that a final score falls in (42 CFR 414.1405). */
export function adjustmentBand(finalScore: number, policy: FinalScorePolicy): AdjustmentBand {
  const threshold = policy.performanceThreshold.value;
  const additional = policy.additionalThreshold.value;
  if (finalScore <= policy.maximumPenaltyAtOrBelow.value) return 'maximumNegative';
  if (finalScore < threshold) return 'negative';
  if (finalScore === threshold) return 'neutral';
  return additional !== null && finalScore >= additional ? 'exceptional' : 'positive';
}

/** The adjustment with its percent where the score alone decides it. The payment year is two years on. */
export function adjustment(
  finalScore: number,
  performanceYear: number,
  policy: FinalScorePolicy,
): Adjustment {
  const band = adjustmentBand(finalScore, policy);
  const threshold = policy.performanceThreshold;
  return {
    band,
    performanceThreshold: threshold.value,
    percent: adjustmentPercent(finalScore, band, policy),
    paymentYear: performanceYear + 2,
    reason: bandText(band, finalScore, policy),
    source: threshold.source,
    confidence: threshold.confidence,
  };
}

/** Percents as CMS prints them: cut, not rounded, the total from the uncut parts (PY2020 feedback FAQ). */
export function displayedAdjustment(
  base: number,
  exceptional: number,
): { readonly base: number; readonly exceptional: number; readonly total: number } {
  return {
    base: truncateTo(base, 2),
    exceptional: truncateTo(exceptional, 2),
    total: truncateTo(base + exceptional, 2),
  };
}

/** Below the threshold a straight line from the full penalty at 0; above it CMS's budget decides. */
function adjustmentPercent(
  finalScore: number,
  band: AdjustmentBand,
  policy: FinalScorePolicy,
): number | null {
  const most = policy.maximumAdjustmentPercent.value;
  const threshold = policy.performanceThreshold.value;
  switch (band) {
    case 'maximumNegative':
      return -most;
    case 'negative':
      return truncateTo((-most * (threshold - finalScore)) / threshold, 2);
    case 'neutral':
      return 0;
    default:
      return null;
  }
}

function bandText(band: AdjustmentBand, finalScore: number, policy: FinalScorePolicy): string {
  const threshold = policy.performanceThreshold.value;
  switch (band) {
    case 'maximumNegative':
      return `${finalScore} is at or below ${policy.maximumPenaltyAtOrBelow.value}, a quarter of the performance threshold of ${threshold}: the full penalty.`;
    case 'negative':
      return `${finalScore} is below the performance threshold of ${threshold}: a penalty that shrinks towards the threshold.`;
    case 'neutral':
      return `${finalScore} is the performance threshold: no adjustment.`;
    case 'positive':
      return `${finalScore} is above the performance threshold of ${threshold}: a bonus whose size depends on CMS’s budget-neutral factor.`;
    case 'exceptional':
      return `${finalScore} reaches the additional threshold of ${policy.additionalThreshold.value}: a bonus with the additional adjustment for exceptional performance.`;
  }
}
