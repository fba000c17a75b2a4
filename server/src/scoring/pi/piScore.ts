import type { PiBreakdown, PiObjective } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { PiInput, PiSetFacts } from '../input/collect.ts';
import type { PiRequirement } from '../policy.ts';
import { roundTo } from '../rounding.ts';
import { piAnswers } from './answers.ts';
import { availablePoints } from './available.ts';
import { causesOfZero } from './causesOfZero.ts';
import { type PiClaims, piClaims, piMeasure } from './claims.ts';
import { measureRows } from './measureRows.ts';
import { type PublicHealthResult, publicHealthResult } from './publicHealth.ts';

/** The Promoting Interoperability category: points by measure, bonuses, causes for zero. */
export function piScore(
  inputs: readonly PiInput[],
  sets: readonly PiSetFacts[],
  isSubmitted: boolean,
  context: ScoreContext,
): PiBreakdown {
  const { policy, catalog, options } = context;
  const answers = piAnswers(inputs);
  const claims = piClaims(answers, policy.pi, catalog);
  const publicHealth = publicHealthResult(policy.pi.publicHealth.value, claims);
  const ways = policy.pi.requirements.value.map((requirement) => wayThrough(requirement, claims));
  const required = ways.flatMap((way) => way.measureIds);
  const available = availablePoints(policy.pi, claims, publicHealth, required);
  const measures = measureRows({ answers, claims, publicHealth, required, available }, context);
  const objectives = objectivesOf(ways, publicHealth, claims, context);

  const isReweighted =
    options.reweighted.includes('pi') ||
    (!isSubmitted && options.smallPractice && policy.weights.piReweightedForSmallPractice.value);
  const zeroReasons = isSubmitted
    ? causesOfZero(
        {
          answers,
          claims,
          publicHealth,
          required,
          clashingAlternatives: ways.flatMap((way) => way.clashing),
          sets,
        },
        context,
      )
    : [];
  const subtotal = roundTo(
    measures.reduce((sum, measure) => sum + measure.points, 0),
    4,
  );
  const status = statusOf(isSubmitted, isReweighted, zeroReasons.length > 0);
  return {
    measures: isSubmitted ? measures : [],
    objectives,
    objectivesCompleted: objectives.filter((objective) => objective.completed).length,
    objectivesRequired: objectives.length,
    subtotal: isSubmitted ? subtotal : 0,
    status,
    zeroReasons,
    percent: status === 'scored' ? percentOf(subtotal, policy.pi.maximumPoints.value) : 0,
  };
}

function statusOf(isSubmitted: boolean, isReweighted: boolean, isZero: boolean): PiBreakdown['status'] {
  // Any PI data takes a reweighting back (PY2023 data submission guide).
  if (isSubmitted) return isZero ? 'zero' : 'scored';
  return isReweighted ? 'reweighted' : 'notSubmitted';
}

function percentOf(points: number, maximum: number): number {
  return roundTo((100 * Math.min(points, maximum)) / maximum, 4);
}

interface WayThrough {
  readonly objective: string;
  readonly measureIds: readonly string[];
  /** The measures of several ways, when more than one was sent. */
  readonly clashing: readonly string[];
}

/** The alternative of an objective that was sent; the first one when none was. */
function wayThrough({ objective, anyOf }: PiRequirement, claims: PiClaims): WayThrough {
  const isSent = (id: string) => claims.claim(id) !== 'missing';
  const sent = anyOf.filter((ids) => ids.some(isSent));
  const measureIds = sent.find((ids) => ids.every(isSent)) ?? sent[0] ?? anyOf[0] ?? [];
  const sentIds = sent
    .flat()
    .flatMap((id) => (claims.claim(id) === 'excluded' ? claims.exclusionsOf(id) : id));
  return {
    objective,
    measureIds,
    clashing: sent.length > 1 ? sentIds.filter((id) => claims.claim(id) !== 'missing') : [],
  };
}

function objectivesOf(
  ways: readonly WayThrough[],
  publicHealth: PublicHealthResult,
  claims: PiClaims,
  { policy, catalog }: ScoreContext,
): PiObjective[] {
  const scored = ways.map(({ objective, measureIds }) => {
    const missing = measureIds.filter((id) => claims.claim(id) === 'missing');
    return objectiveOf(objective, missing);
  });
  const registrations = publicHealth.isComplete ? [] : policy.pi.publicHealth.value.candidates;
  const attestations = new Map<string, string[]>();
  for (const { measureId, mustBeYes } of policy.pi.attestations.value) {
    const objective = piMeasure(measureId, catalog)?.objective ?? 'attestation';
    const missing = attestations.get(objective) ?? [];
    const isMet = mustBeYes ? claims.claim(measureId) === 'reported' : true;
    attestations.set(objective, isMet ? missing : [...missing, measureId]);
  }
  return [
    ...scored,
    objectiveOf('publicHealthAndClinicalDataExchange', registrations),
    ...[...attestations].map(([objective, missing]) => objectiveOf(objective, missing)),
  ];
}

function objectiveOf(objective: string, missing: readonly string[]): PiObjective {
  return {
    objective,
    completed: missing.length === 0,
    reason:
      missing.length === 0
        ? 'Everything required is reported or excluded.'
        : `Missing: ${missing.join(', ')}.`,
  };
}
