import type { PublicHealthRule } from '../policy.ts';
import type { PiClaims } from './claims.ts';

/** How the public health objective was met. */
export interface PublicHealthResult {
  /** Registrations answered with yes that count, a second registry of the same kind included. */
  readonly reported: readonly string[];
  readonly excluded: readonly string[];
  readonly isComplete: boolean;
  /** Points of each reported registration. */
  readonly pointsEach: number;
  /** All that was needed is excluded: the objective's points go elsewhere. */
  readonly isExcluded: boolean;
  /** Required registrations without active engagement level. */
  readonly withoutEngagement: readonly string[];
}

/**
 * Until 2021 any two registrations, of which one may be a second registry of the same kind
 * (`_MULTI`); from 2022 each of the candidates. An exclusion stands for a registration, and whoever
 * reports the rest gets all the points (42 CFR 414.1380(b)(4)).
 */
export function publicHealthResult(rule: PublicHealthRule, claims: PiClaims): PublicHealthResult {
  const ids = rule.candidates.flatMap((id) =>
    claims.claim(id) === 'reported' && claims.claim(`${id}_MULTI`) === 'reported'
      ? [id, `${id}_MULTI`]
      : [id],
  );
  const answeredYes = ids.filter((id) => claims.claim(id) === 'reported');
  const withoutEngagement = answeredYes.filter((id) => !claims.hasEngagement(id));
  const reported = answeredYes.filter((id) => claims.hasEngagement(id)).slice(0, rule.needed);
  const excluded = rule.candidates.filter((id) => claims.claim(id) === 'excluded');
  const isComplete = reported.length + excluded.length >= rule.needed;
  return {
    reported,
    excluded,
    isComplete,
    pointsEach:
      reported.length === 0 || !isComplete ? rule.points / rule.needed : rule.points / reported.length,
    isExcluded: reported.length === 0 && isComplete,
    withoutEngagement,
  };
}
