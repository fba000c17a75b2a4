import type { Benchmark } from '../catalog.ts';
import type { RawBenchmark } from './rawRows.ts';

type DecileLadder = Pick<Benchmark, 'decileBounds' | 'best' | 'isInverse'>;

/**
 * The bounds of deciles 1 to 10 from either of CMS's layouts: `deciles` to 2022, `percentiles`
 * from 2023. `isInverseMeasure` decides only where the bounds themselves do not tell.
 */
export function decileLadder(row: RawBenchmark, isInverseMeasure: boolean): DecileLadder {
  if (row.percentiles) {
    return fromPercentiles(row.percentiles, row.isInverse ?? isInverseMeasure);
  }
  return fromDeciles(row, row.deciles ?? [], isInverseMeasure);
}

/** A direct measure's decile n starts at percentile 10(n-1), decile 1 at P1; an inverse one's at P99, P90 ... P10. */
function fromPercentiles(percentiles: Readonly<Record<string, number>>, isInverse: boolean): DecileLadder {
  const at = (percentile: number) => percentiles[String(percentile)] ?? null;
  const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90];
  return isInverse
    ? { isInverse, decileBounds: [at(99), ...tens.toReversed().map(at)], best: at(1) }
    : { isInverse, decileBounds: [at(1), ...tens.map(at)], best: at(99) };
}

function fromDeciles(row: RawBenchmark, deciles: readonly number[], isInverseMeasure: boolean): DecileLadder {
  const isInverse = descends(deciles.slice(1)) ?? isInverseMeasure;
  if (deciles.length === 10) {
    return bestComesLast(deciles)
      ? { isInverse, decileBounds: [null, ...deciles.slice(0, 9)], best: deciles[9] ?? null }
      : { isInverse, decileBounds: deciles, best: null };
  }
  // Nine entries are the bounds of deciles 2 to 10. Historical rows open with a placeholder (0, or
  // 100 for inverse measures), since no points below decile 3 were given until 2022.
  const [second = null, ...rest] = deciles;
  const isHistorical = row.benchmarkYear < row.performanceYear;
  return { isInverse, decileBounds: [null, isHistorical ? null : second, ...rest], best: null };
}

/** `undefined` when all bounds are equal. */
function descends(bounds: readonly number[]): boolean | undefined {
  const first = bounds[0];
  const last = bounds.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  return first > last;
}

/**
 * Ten entries mean one of two things that the rows do not name: the worst value before the bounds
 * of deciles 2 to 10 (cost measures, MCC1), or the best value after them (479, 480, ACEP50, ACEP51).
 * The extreme value stands apart from its neighbour. Cost rows spread too evenly for that, but a
 * best cost is only ever given as 0 (2017).
 */
function bestComesLast(deciles: readonly number[]): boolean {
  const [first = 0, second = 0] = deciles;
  const [beforeLast = 0, last = 0] = deciles.slice(-2);
  const areCosts = Math.max(first, beforeLast) > 100 && beforeLast > 200;
  if (areCosts) return last === 0;
  return Math.abs(beforeLast - last) > Math.abs(second - first);
}
