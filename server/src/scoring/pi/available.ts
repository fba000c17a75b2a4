import type { PiPolicy } from '../policy.ts';
import type { PiClaims } from './claims.ts';
import type { PublicHealthResult } from './publicHealth.ts';

/** The points that can be had for each measure once excluded measures have handed theirs on. */
export interface AvailablePoints {
  readonly byMeasure: ReadonlyMap<string, number>;
  /** What moved: from an excluded measure (or `publicHealth`) to the measures that took its points. */
  readonly moves: readonly PointMove[];
}

/** Points that an excluded measure handed on, to be shared equally. */
export interface PointMove {
  readonly from: string;
  readonly to: readonly string[];
  readonly points: number;
}

/**
 * Moves the points of excluded measures along `policy.redistribution`: to the first group with a
 * measure that is reported, shared equally. `inUse` are the measures of the chosen alternatives.
 */
export function availablePoints(
  policy: PiPolicy,
  claims: PiClaims,
  publicHealth: PublicHealthResult,
  inUse: readonly string[],
): AvailablePoints {
  const byMeasure = new Map(inUse.map((id) => [id, policy.points.value[id] ?? 0]));
  const moves: PointMove[] = [];
  for (const rule of policy.redistribution) {
    const points = movingPoints(rule.from);
    if (points === 0) continue;
    const to = rule.value
      .map((group) => group.filter((id) => inUse.includes(id) && claims.claim(id) !== 'excluded'))
      .find((group) => group.length > 0);
    if (to === undefined) continue;
    if (byMeasure.has(rule.from)) byMeasure.set(rule.from, 0);
    for (const id of to) byMeasure.set(id, (byMeasure.get(id) ?? 0) + points / to.length);
    moves.push({ from: rule.from, to, points });
  }
  return { byMeasure, moves };

  function movingPoints(from: string): number {
    if (from === 'publicHealth') return publicHealth.isExcluded ? policy.publicHealth.value.points : 0;
    return claims.claim(from) === 'excluded' ? (byMeasure.get(from) ?? 0) : 0;
  }
}
