import type { Benchmark, BenchmarkExclusion, CollectionMethod, Measure } from '../catalog.ts';
import { compareIds } from '../ids.ts';
import { decileLadder } from './decileLadder.ts';
import type { RawBenchmark, RawBenchmarkExclusion } from './rawRows.ts';

/**
 * A year's benchmark rows, sorted. `measures` tell the direction of ladders whose bounds are all
 * equal. In the newest year (`isNewestYear`) only historical benchmarks can exist, since those of the
 * performance period are made after submission: rows that claim otherwise are CMS's placeholders.
 */
export function benchmarksFrom(
  rows: readonly RawBenchmark[],
  measures: readonly Measure[],
  isNewestYear: boolean,
): Benchmark[] {
  const inverseIds = new Set(
    measures.flatMap((measure) => ('isInverse' in measure && measure.isInverse ? [measure.measureId] : [])),
  );
  return rows
    .filter((row) => !isNewestYear || row.benchmarkYear < row.performanceYear)
    .map((row) => benchmark(row, inverseIds.has(row.measureId)))
    .sort(byMeasureAndMethod);
}

/** The measures and collection types that got no benchmark, sorted. */
export function benchmarkExclusionsFrom(rows: readonly RawBenchmarkExclusion[]): BenchmarkExclusion[] {
  return rows
    .map((row) => ({
      measureId: row.measureId,
      submissionMethod: row.submissionMethod as CollectionMethod,
      benchmarkYear: row.benchmarkYear,
      reasonCodes: row.reasonCodes,
    }))
    .sort(byMeasureAndMethod);
}

function benchmark(row: RawBenchmark, isInverseMeasure: boolean): Benchmark {
  return {
    measureId: row.measureId,
    submissionMethod: row.submissionMethod as CollectionMethod,
    performanceYear: row.performanceYear,
    benchmarkYear: row.benchmarkYear,
    isHistorical: row.benchmarkYear < row.performanceYear,
    isToppedOut: row.isToppedOut ?? false,
    isToppedOutByProgram: row.isToppedOutByProgram ?? false,
    ...decileLadder(row, isInverseMeasure),
    averagePerformanceRate: row.averagePerformanceRate ?? null,
  };
}

interface MeasureAndMethod {
  readonly measureId: string;
  readonly submissionMethod: string;
}

function byMeasureAndMethod(a: MeasureAndMethod, b: MeasureAndMethod): number {
  return compareIds(a.measureId, b.measureId) || compareIds(a.submissionMethod, b.submissionMethod);
}
