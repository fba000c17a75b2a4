import { piMeasure } from '../../catalog/piMeasure.ts';
import type { PiObjective } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { PiClaims } from './claims.ts';
import type { PublicHealthResult } from './publicHealth.ts';
import { PUBLIC_HEALTH } from './row.ts';
import type { WayThrough } from './ways.ts';

/** The objectives with what each lacks: those with points, public health, then the attestations'. */
export function objectivesOf(
  ways: readonly WayThrough[],
  publicHealth: PublicHealthResult,
  claims: PiClaims,
  context: ScoreContext,
): PiObjective[] {
  const scored = ways.map(({ objective, measureIds }) =>
    objectiveOf(
      objective,
      measureIds.filter((id) => claims.claim(id) === 'missing'),
    ),
  );
  const registrations = publicHealth.isComplete ? [] : context.policy.pi.publicHealth.value.candidates;
  return [...scored, objectiveOf(PUBLIC_HEALTH, registrations), ...attestationObjectives(claims, context)];
}

function attestationObjectives(claims: PiClaims, { policy, catalog }: ScoreContext): PiObjective[] {
  const missing = new Map<string, string[]>();
  for (const { measureId, mustBeYes } of policy.pi.attestations.value) {
    const objective = piMeasure(measureId, catalog)?.objective ?? 'attestation';
    const before = missing.get(objective) ?? [];
    const isMet = mustBeYes ? claims.claim(measureId) === 'reported' : claims.isAnswered(measureId);
    missing.set(objective, isMet ? before : [...before, measureId]);
  }
  return [...missing].map(([objective, ids]) => objectiveOf(objective, ids));
}

function objectiveOf(objective: string, missing: readonly string[]): PiObjective {
  const isComplete = missing.length === 0;
  return {
    objective,
    completed: isComplete,
    reason: isComplete ? 'Everything required is reported or excluded.' : `Missing: ${missing.join(', ')}.`,
  };
}
