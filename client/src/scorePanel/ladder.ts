import type { BenchmarkUsed, QualityMeasureScore } from '../../../server/src/scoring/breakdown.ts';
import { number, percent } from './numbers.ts';

const DECILES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** A measure's benchmark as ten rungs with the rate's place on them. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  /** From 0 at the foot of decile 1 to 10 at the top of decile 10. */
  readonly mark: number;
  /** The same in words. */
  readonly description: string;
}

export interface Rung {
  readonly decile: number;
  readonly isReached: boolean;
  /** `Decile 4: from 62.5%`. */
  readonly title: string;
}

/** `null` where there is no benchmark or nothing to place on it. */
export function ladderOf({
  benchmark,
  decile,
  performanceRate,
  rateUnit,
}: QualityMeasureScore): Ladder | null {
  if (benchmark === null || decile === null || performanceRate === null) return null;
  const bound = (at: number) => boundText(at, benchmark, rateUnit);
  const next = DECILES.find((at) => at > decile && boundOf(at, benchmark) !== null);
  const steps = [bound(decile), next === undefined ? null : bound(next)].filter((text) => text !== null);
  return {
    rungs: DECILES.map((at) => ({
      decile: at,
      isReached: at <= decile,
      title: `Decile ${at}: ${bound(at) ?? 'no bound published'}`,
    })),
    mark: markOf(performanceRate, decile, benchmark, rateUnit),
    description: [
      `Decile ${decile} of 10`,
      ...steps.map((text, at) => `decile ${at === 0 ? decile : next} ${text}`),
    ].join(', '),
  };
}

/** The rate stands within its decile as it stands between this bound and the next; below the first bound, beneath it. */
function markOf(
  rate: number,
  decile: number,
  benchmark: BenchmarkUsed,
  rateUnit: QualityMeasureScore['rateUnit'],
): number {
  const from = boundOf(decile, benchmark);
  if (from === null) return decile - 0.5;
  const isWorse = benchmark.isInverse ? rate > from : rate < from;
  const worst = benchmark.isInverse ? 100 : 0;
  if (isWorse) return rateUnit === 'percent' ? (decile - 1) * fraction(rate, worst, from) : 0;
  const next = DECILES.find((at) => at > decile && boundOf(at, benchmark) !== null);
  const best = rateUnit === 'value' ? null : benchmark.isInverse ? 0 : 100;
  const to = next === undefined ? best : boundOf(next, benchmark);
  return decile - 1 + (to === null ? 0.5 : fraction(rate, from, to));
}

/** How far the rate is on the way, 0 to 1; the middle where the way has no length. */
function fraction(rate: number, from: number, to: number): number {
  return from === to ? 0.5 : Math.min(Math.max((rate - from) / (to - from), 0), 1);
}

function boundOf(decile: number, { decileBounds }: BenchmarkUsed): number | null {
  return decileBounds[decile - 1] ?? null;
}

function boundText(
  decile: number,
  benchmark: BenchmarkUsed,
  rateUnit: QualityMeasureScore['rateUnit'],
): string | null {
  const bound = boundOf(decile, benchmark);
  if (bound === null) return null;
  return `${benchmark.isInverse ? 'up to' : 'from'} ${rateUnit === 'percent' ? percent(bound) : number(bound)}`;
}
