import { roundTo } from '../rounding.ts';

/** A benchmark's bounds, as {@link Benchmark} has them. */
export interface Ladder {
  /** Index 0 is decile 1; `null` where the year publishes no bound. */
  readonly decileBounds: readonly (number | null)[];
  readonly isInverse: boolean;
}

/** The decile a rate falls in and the points it earns there, four decimals. */
export interface DecilePoints {
  readonly decile: number;
  readonly points: number;
  /** The rate does not reach the lowest decile that is scored. */
  readonly isFloor: boolean;
}

/**
 * Points by linear interpolation (42 CFR 414.1380(b)(1)(i)): the highest decile whose bound the rate
 * reaches, plus the share of the way to the next bound; decile 10 is worth 10. Deciles whose
 * bound equals the next one are empty, so a rate on it lands in the higher one. Below
 * `lowestDecile` the rate earns that decile's points.
 */
export function decilePoints(rate: number, ladder: Ladder, lowestDecile: number): DecilePoints {
  const reaches = (bound: number) => (ladder.isInverse ? rate <= bound : rate >= bound);
  for (let decile = ladder.decileBounds.length; decile >= lowestDecile; decile--) {
    const bound = ladder.decileBounds[decile - 1] ?? null;
    if (bound === null || !reaches(bound)) continue;
    const next = ladder.decileBounds[decile] ?? null;
    const share = next === null ? 0 : (rate - bound) / (next - bound);
    return { decile, points: roundTo(decile + share, 4), isFloor: false };
  }
  return { decile: lowestDecile, points: lowestDecile, isFloor: true };
}
