import type { Benchmark, BenchmarkExclusion, Measure, Mvp, QualityMeasure, YearCatalog } from './catalog.ts';
import type { JsonFormat } from './jsonFormat.ts';
import { expandBenchmark, expandMeasure } from './records.ts';
import type {
  BenchmarksFile,
  ClinicalClustersFile,
  MeasuresFile,
  MvpsFile,
  ReadYearFile,
} from './yearFiles.ts';

/**
 * The catalogue of a year; `undefined` when the year has no measures file. The measures are read
 * at once, the other files when they are first asked for.
 */
export function createYearCatalog(performanceYear: number, read: ReadYearFile): YearCatalog | undefined {
  const file = read(performanceYear, 'measures') as MeasuresFile | undefined;
  if (file === undefined) return undefined;
  const measures = new Map<string, Measure>();
  const byGuid = new Map<string, QualityMeasure>();
  const byEcqm = new Map<string, QualityMeasure>();
  for (const record of file.measures) {
    const measure = expandMeasure(record);
    measures.set(measure.measureId, measure);
    if (measure.category === 'pi' || measure.category === 'ia') continue;
    if (measure.eMeasureGuid) byGuid.set(measure.eMeasureGuid, measure);
    if (measure.eMeasureId) byEcqm.set(ecqmNumber(measure.eMeasureId), measure);
  }

  const benchmarks = lazy(() => indexBenchmarks(performanceYear, read));
  const mvps = lazy(() => {
    const mvpsFile = read(performanceYear, 'mvps') as MvpsFile | undefined;
    return new Map<string, Mvp>(mvpsFile?.mvps.map((mvp) => [mvp.mvpId, mvp]));
  });
  const clinicalClusters = lazy(
    () => (read(performanceYear, 'clinicalClusters') as ClinicalClustersFile | undefined)?.clusters ?? [],
  );

  const jsonFormat = lazy(() => ({
    facts: (read(performanceYear, 'qppJson') as JsonFormat | undefined) ?? null,
  }));

  return {
    performanceYear,
    measures,
    byGuid,
    byEcqm,
    hasGuids: byGuid.size > 0,
    get mvps() {
      return mvps();
    },
    get clinicalClusters() {
      return clinicalClusters();
    },
    get jsonFormat() {
      return jsonFormat().facts;
    },
    benchmark: (measureId, method) => benchmarks().rows.get(benchmarkKey(measureId, method)),
    benchmarkExclusion: (measureId, method) => benchmarks().exclusions.get(benchmarkKey(measureId, method)),
  };
}

/** `CMS165v13` without its version: `CMS165`. */
export function ecqmNumber(eMeasureId: string): string {
  return eMeasureId.replace(/v\d+(\.\d+)*$/i, '').toUpperCase();
}

function indexBenchmarks(performanceYear: number, read: ReadYearFile) {
  const file = read(performanceYear, 'benchmarks') as BenchmarksFile | undefined;
  const rows = new Map<string, Benchmark>();
  for (const record of file?.benchmarks ?? []) {
    rows.set(
      benchmarkKey(record.measureId, record.submissionMethod),
      expandBenchmark(record, performanceYear),
    );
  }
  const exclusions = new Map<string, BenchmarkExclusion>(
    file?.exclusions.map((row) => [benchmarkKey(row.measureId, row.submissionMethod), row]),
  );
  return { rows, exclusions };
}

// CMS's data has one row for each measure and collection type of a performance year.
function benchmarkKey(measureId: string, method: string): string {
  return `${measureId} ${method}`;
}

function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
