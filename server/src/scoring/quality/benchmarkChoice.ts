import type { Benchmark, QualityMeasure, YearCatalog } from '../../catalog/catalog.ts';

/** The benchmark a measurement is compared with at submission, or why there is none. */
export type BenchmarkChoice =
  | { readonly kind: 'historical'; readonly benchmark: Benchmark }
  | { readonly kind: 'none'; readonly reason: string; readonly source: string };

/**
 * Only historical benchmarks are known when a file is submitted. CMS keys them by measure and
 * collection type; a benchmark of the performance period is added after the submission window.
 */
export function chooseBenchmark(
  measure: QualityMeasure,
  method: string,
  catalog: YearCatalog,
): BenchmarkChoice {
  if (measure.historicBenchmarks[method] === 'removed') {
    return none('CMS removed the historical benchmark', 'historic_benchmarks of CMS’s measure data');
  }
  const benchmark = catalog.benchmark(measure.measureId, method);
  if (benchmark?.isHistorical) return { kind: 'historical', benchmark };
  const exclusion = catalog.benchmarkExclusion(measure.measureId, method);
  const historicalYear = catalog.performanceYear - 2;
  if (exclusion?.benchmarkYear === historicalYear) {
    return none(
      `CMS made no historical benchmark from ${historicalYear} data: ${exclusion.reasonCodes.map(meaning).join(', ')}`,
      'CMS’s benchmark-exclusion-reasons',
    );
  }
  return none(
    `CMS published no historical benchmark for ${catalog.performanceYear}`,
    'CMS’s benchmarks data',
  );
}

function none(reason: string, source: string): BenchmarkChoice {
  return { kind: 'none', reason, source };
}

/** CMS's reason codes in words of ours. */
const meanings: Readonly<Record<string, string>> = {
  'BR-009': 'too few submitters',
  'BR-015': 'the benchmark is marked as removed',
  'BR-016': 'the clinical guideline changed in the benchmark year',
  'BR-018': 'the benchmark was removed in an earlier year',
  'BR-019': 'the measure changed too much to compare',
  'BR-022': 'the measure is suppressed this year',
};

function meaning(code: string): string {
  const words = meanings[code];
  return words ? `${words} (${code})` : code;
}
