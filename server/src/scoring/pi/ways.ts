import type { PiRequirement } from '../policy.ts';
import type { PiClaims } from './claims.ts';

/** How an objective was gone about: some objectives can be met by one of several sets of measures. */
export interface WayThrough {
  readonly objective: string;
  /** The measures of the way that was sent; of the first one when none was. */
  readonly measureIds: readonly string[];
  /** What was sent of several ways, which exclude each other; empty when there is one. */
  readonly clashing: readonly string[];
}

/** Chooses of the ways through an objective the one that was sent, in full before in part; the first where none was. */
export function wayThrough({ objective, anyOf }: PiRequirement, claims: PiClaims): WayThrough {
  const isSent = (id: string) => claims.claim(id) !== 'missing';
  const sent = anyOf.filter((ids) => ids.some(isSent));
  const measureIds = sent.find((ids) => ids.every(isSent)) ?? sent[0] ?? anyOf[0] ?? [];
  const sentIds = sent
    .flat()
    .filter(isSent)
    .flatMap((id) => {
      const exclusions = claims.exclusionsOf(id);
      return claims.claim(id) === 'excluded' ? exclusions : [id];
    });
  return { objective, measureIds, clashing: sent.length > 1 ? sentIds : [] };
}
