import type { Category } from '../../../server/src/scoring/breakdown.ts';
import { adjustmentBand, displayedAdjustment } from '../../../server/src/scoring/estimate/adjustment.ts';
import { contribution } from '../../../server/src/scoring/estimate/estimate.ts';
import { categoryWeights } from '../../../server/src/scoring/estimate/weights.ts';
import { policyOf, score } from '../../fixtures/scores.ts';
import {
  answer,
  attestations,
  measurementSet,
  piSet,
  qualityAtRate,
  submission,
} from '../../fixtures/submissions.ts';
import type { ScoringCase } from './cases.ts';
import type { Answer } from './qualityCases.ts';

export function weights(scoringCase: ScoringCase): Answer {
  return weightsOf(scoringCase, false);
}

export function weightsApp(scoringCase: ScoringCase): Answer {
  return weightsOf(scoringCase, true);
}

function weightsOf({ input, performanceYear }: ScoringCase, isApm: boolean): Answer {
  const missing = (input.reweightedTo0 ?? input.reweighted ?? []) as Category[];
  const result = categoryWeights(
    { missing, smallPractice: input.smallPractice ?? false, isApm },
    policyOf(performanceYear).weights,
  );
  return result.kind === 'weights' ? result.weights : {};
}

/** Extreme and uncontrollable circumstances: files with the stated categories, through the whole engine. */
export function weightsEuc({ input, performanceYear }: ScoringCase): Answer {
  const sets = {
    quality: measurementSet('quality', [qualityAtRate('236', 70)]),
    ia: measurementSet('ia', [answer('IA_PCMH', true)]),
    pi: piSet(performanceYear, attestations(performanceYear)),
  };
  const sent = (input.dataSubmitted ?? []) as (keyof typeof sets)[];
  const { estimate } = score(
    submission(
      performanceYear,
      sent.map((category) => sets[category]),
    ),
    { extremeCircumstances: true, smallPractice: input.smallPractice ?? false },
  );
  return { ...estimate.weights, finalScore: estimate.final, adjustment: estimate.adjustment?.band };
}

export function threshold({ performanceYear }: ScoringCase): Answer {
  const { final } = policyOf(performanceYear);
  return {
    performanceThreshold: final.performanceThreshold.value,
    additionalThreshold: final.additionalThreshold.value,
    maxAdjustmentPercent: final.maximumAdjustmentPercent.value,
    maxNegativeAtOrBelow: final.maximumPenaltyAtOrBelow.value,
  };
}

const bandNames: Readonly<Record<string, string>> = { maximumNegative: 'max negative' };

export function band({ input, performanceYear }: ScoringCase): Answer {
  const name = adjustmentBand(input.finalScore ?? 0, policyOf(performanceYear).final);
  return { band: bandNames[name] ?? name };
}

export function adjustmentDisplay({ input }: ScoringCase): Answer {
  // This kind's base is a percent; elsewhere `base` is a denominator.
  return displayedAdjustment(input.base ?? 0, input.exceptional ?? 0);
}

export function finalArithmetic({ input }: ScoringCase): Answer {
  return { contribution: contribution(input.categoryPercent ?? 0, input.weight ?? 0) };
}
