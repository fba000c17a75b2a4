import type { Explanation } from '../breakdown.ts';
import type { QualityPolicy } from '../policy.ts';
import type { Applicability } from './eligibleMeasures.ts';

export interface DenominatorInput {
  /** Measures the program asks for. */
  readonly requiredMeasures: number;
  /** Submitted or required measures that CMS takes out of the score. */
  readonly excludedMeasures: number;
  readonly submittedMeasures: number;
  readonly administrativeClaimsMeasures: number;
  readonly applicability: Applicability;
}

/** How many measures count and how many points can be had. */
export interface Denominator {
  readonly places: number;
  readonly points: number;
  readonly explanation: Explanation;
}

/**
 * Ten points for each required measure; less for measures taken out (42 CFR 414.1380(b)(1)(vii)) or
 * found not applicable by EMA, more for administrative claims measures that CMS scores.
 */
export function qualityDenominator(input: DenominatorInput, policy: QualityPolicy): Denominator {
  const each = policy.pointsPerMeasure.value;
  const isReduced = input.applicability.kind === 'reduced';
  const base = isReduced ? input.submittedMeasures : input.requiredMeasures;
  const places = Math.max(base - input.excludedMeasures, 0);
  return {
    places,
    points: each * (places + input.administrativeClaimsMeasures),
    explanation: {
      reason: reasonText(input, base, each),
      source: isReduced
        ? '42 CFR 414.1380(b)(1)(vii); CMS’s clinical-clusters data'
        : `${policy.requiredMeasures.source}; ${policy.pointsPerMeasure.source}`,
      // That a suppressed measure takes ten points only where no other fills its place is inferred from CMS's 2022 sample.
      confidence: isReduced || input.excludedMeasures > 0 ? 'medium' : 'high',
    },
  };
}

function reasonText(input: DenominatorInput, base: number, each: number): string {
  const parts = [`${base} measures of ${each} points each`];
  if (input.applicability.kind === 'reduced') {
    parts.push(`no further measure of ${input.applicability.clusters.join(', ')} applies (EMA)`);
  }
  if (input.excludedMeasures > 0) {
    parts.push(`less ${input.excludedMeasures * each} for measures that are out of the score`);
  }
  if (input.administrativeClaimsMeasures > 0) {
    parts.push(
      `plus ${input.administrativeClaimsMeasures * each} for administrative claims measures, of which the files hold nothing`,
    );
  }
  return `${parts.join('; ')}.`;
}
