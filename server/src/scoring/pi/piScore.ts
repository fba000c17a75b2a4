import type { PiBreakdown } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { PiInput, PiSetFacts } from '../input/collect.ts';
import { roundTo } from '../rounding.ts';
import { piAnswers } from './answers.ts';
import { availablePoints } from './available.ts';
import { causesOfZero } from './causesOfZero.ts';
import { piClaims } from './claims.ts';
import { measureRows } from './measureRows.ts';
import { objectivesOf } from './objectives.ts';
import { publicHealthResult } from './publicHealth.ts';
import { wayThrough } from './ways.ts';

/** The Promoting Interoperability category: points by measure, bonuses, causes for zero. */
export function piScore(
  inputs: readonly PiInput[],
  sets: readonly PiSetFacts[],
  isSubmitted: boolean,
  context: ScoreContext,
): PiBreakdown {
  const { policy, catalog } = context;
  const answers = piAnswers(inputs);
  const claims = piClaims(answers, policy.pi, catalog);
  const publicHealth = publicHealthResult(policy.pi.publicHealth.value, claims);
  const ways = policy.pi.requirements.value.map((requirement) => wayThrough(requirement, claims));
  const objectives = objectivesOf(ways, publicHealth, claims, context);
  const progress = {
    objectives,
    objectivesCompleted: objectives.filter((objective) => objective.completed).length,
    objectivesRequired: objectives.length,
  };
  if (!isSubmitted) {
    const status = isReweighted(context) ? 'reweighted' : 'notSubmitted';
    return { measures: [], ...progress, subtotal: 0, status, zeroReasons: [], percent: 0 };
  }

  const required = ways.flatMap((way) => way.measureIds);
  const clashingAlternatives = ways.flatMap((way) => way.clashing);
  const available = availablePoints(policy.pi, claims, publicHealth, required);
  const measures = measureRows({ answers, claims, publicHealth, required, available }, context);
  const evidence = { answers, claims, publicHealth, required, clashingAlternatives, sets };
  const zeroReasons = causesOfZero(evidence, context);
  const points = measures.reduce((sum, measure) => sum + measure.points, 0);
  const isZero = zeroReasons.length > 0;
  return {
    measures,
    ...progress,
    subtotal: roundTo(points, 4),
    status: isZero ? 'zero' : 'scored',
    zeroReasons,
    percent: isZero ? 0 : percentOf(points, policy.pi.maximumPoints.value),
  };
}

/** Without any PI data, which would take a reweighting back (PY2023 data submission guide). */
function isReweighted({ options, policy }: ScoreContext): boolean {
  const asSmallPractice = options.smallPractice && policy.weights.piReweightedForSmallPractice.value;
  return asSmallPractice || options.reweighted.includes('pi');
}

function percentOf(points: number, maximum: number): number {
  return roundTo((100 * Math.min(points, maximum)) / maximum, 4);
}
