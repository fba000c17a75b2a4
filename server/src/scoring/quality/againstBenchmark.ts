import type { Benchmark, QualityMeasure } from '../../catalog/catalog.ts';
import type { BenchmarkUsed, Explanation, QualityReasonCode } from '../breakdown.ts';
import { type DecilePoints, decilePoints } from './decilePoints.ts';
import {
  basis,
  type MeasureCircumstances,
  type MeasurePoints,
  newMeasureFloor,
} from './measureCircumstances.ts';
import { rateUnit } from './measureResult.ts';

/** The points of a complete measure with enough cases and a benchmark: decile, cap, floor of new measures. */
export function againstBenchmark(
  measure: QualityMeasure,
  rate: number,
  benchmark: Benchmark,
  circumstances: MeasureCircumstances,
): MeasurePoints {
  const { policy } = circumstances;
  const ladder = decilePoints(rate, benchmark, policy.lowestDecile.value);
  const isCapped = isCappedAtSeven(measure, benchmark, circumstances);
  const maxPoints = isCapped ? policy.toppedOutCap.value : policy.pointsPerMeasure.value;
  const floor = newMeasureFloor(circumstances) ?? 0;
  return {
    benchmark: used(benchmark),
    decile: ladder.decile,
    points: Math.max(Math.min(ladder.points, maxPoints), floor),
    maxPoints,
    ...explain({ rate, unit: rateUnit(measure), ladder, maxPoints, floor, benchmark }, circumstances),
  };
}

/** 42 CFR 414.1380(b)(1)(iv): topped out for two years, by collection type, unless CMS lifted the cap. */
function isCappedAtSeven(
  measure: QualityMeasure,
  benchmark: Benchmark,
  { policy, collectionType, isApp }: MeasureCircumstances,
): boolean {
  return (
    benchmark.isToppedOutByProgram &&
    !measure.sevenPointCapRemoved.includes(collectionType) &&
    (!isApp || policy.toppedOutCapInApp.value)
  );
}

interface Outcome {
  readonly rate: number;
  readonly unit: 'percent' | 'value';
  readonly ladder: DecilePoints;
  readonly maxPoints: number;
  readonly floor: number;
  readonly benchmark: Benchmark;
}

function explain(
  outcome: Outcome,
  { policy }: MeasureCircumstances,
): Explanation & { readonly reasonCode: QualityReasonCode } {
  const { rate, unit, ladder, maxPoints, floor, benchmark } = outcome;
  const where = whereText(outcome);
  if (floor > Math.min(ladder.points, maxPoints)) {
    return {
      reasonCode: 'new-measure-floor',
      reason: `${where}; a measure new to MIPS earns at least ${floor}.`,
      ...basis(policy.newMeasureFloor),
    };
  }
  if (ladder.points > maxPoints) {
    return {
      reasonCode: 'topped-out-cap',
      reason: `${where}; the benchmark has been topped out for two years, which caps the measure at ${maxPoints}.`,
      ...basis(policy.toppedOutCap),
    };
  }
  if (ladder.isFloor && unit === 'percent' && rate === (benchmark.isInverse ? 100 : 0)) {
    return {
      reasonCode: 'benchmark-floor',
      reason: `${where}. CMS’s engine gave such a rate 0 points in 2018; whether it still does is not published.`,
      source: policy.pointsPerMeasure.source,
      confidence: 'low',
    };
  }
  return {
    reasonCode: ladder.isFloor ? 'benchmark-floor' : 'benchmark',
    reason: `${where}.`,
    source: `${policy.pointsPerMeasure.source}; CMS’s benchmarks data`,
    // The bounds of decile 1 are published from 2023 on; how points run inside it is inferred.
    confidence: ladder.decile === 1 ? policy.lowestDecile.confidence : 'high',
  };
}

function whereText({ rate, unit, ladder, benchmark }: Outcome): string {
  const measured = unit === 'percent' ? `${rate} %` : `The value ${rate}`;
  const { decile, points } = ladder;
  return ladder.isFloor
    ? `${measured} does not reach decile ${decile} of the ${benchmark.benchmarkYear} benchmark, which is worth ${pointsText(points)}, the least there is`
    : `${measured} is in decile ${decile} of the ${benchmark.benchmarkYear} benchmark, worth ${pointsText(points)}`;
}

function pointsText(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}

function used(benchmark: Benchmark): BenchmarkUsed {
  return {
    submissionMethod: benchmark.submissionMethod,
    benchmarkYear: benchmark.benchmarkYear,
    isToppedOut: benchmark.isToppedOut,
    isToppedOutByProgram: benchmark.isToppedOutByProgram,
    isInverse: benchmark.isInverse,
    decileBounds: benchmark.decileBounds,
    averagePerformanceRate: benchmark.averagePerformanceRate,
  };
}
