import { participantOf } from '../submission/participant.ts';
import type { Submission } from '../submission/submission.ts';
import type { Bonus, Explanation, ScoreBreakdown, Weights } from './breakdown.ts';

/** A breakdown without figures: the year or the participant's data cannot be scored, for the reason given. */
export function notScorable(submission: Submission | null, reason: string): ScoreBreakdown {
  const explanation: Explanation = { reason, source: '', confidence: 'high' };
  const noBonus: Bonus = { points: 0, ...explanation };
  const noWeights: Weights = { quality: 0, cost: 0, ia: 0, pi: 0 };
  return {
    status: 'notScorable',
    participant: submission && participantOf(submission),
    performanceYear: submission?.performanceYear?.value ?? null,
    programName: submission?.measurementSets[0]?.programName?.value ?? null,
    quality: {
      isSubmitted: false,
      measures: [],
      subtotal: 0,
      bonuses: {
        highPriority: noBonus,
        endToEnd: noBonus,
        smallPractice: noBonus,
        complexOrganization: noBonus,
      },
      denominator: 0,
      denominatorReason: explanation,
      percent: 0,
      gaps: [],
    },
    pi: {
      measures: [],
      objectives: [],
      objectivesCompleted: 0,
      objectivesRequired: 0,
      subtotal: 0,
      status: 'notSubmitted',
      zeroReasons: [],
      percent: 0,
    },
    ia: {
      isSubmitted: false,
      activities: [],
      subtotal: 0,
      maxPoints: 0,
      percent: 0,
      automaticCredit: noBonus,
    },
    estimate: {
      weights: noWeights,
      weightsReason: explanation,
      contributions: noWeights,
      final: null,
      rangeWithCost: null,
      adjustment: null,
      assumptions: [],
    },
    notes: [reason],
  };
}
