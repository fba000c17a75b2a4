import { compactBenchmark, compactMeasure } from '../records.ts';
import type {
  BenchmarksFile,
  CatalogFileName,
  ClinicalClustersFile,
  GuidsFile,
  MeasuresFile,
  MvpsFile,
} from '../yearFiles.ts';
import { benchmarkExclusionsFrom, benchmarksFrom } from './benchmarks.ts';
import { clinicalClustersFrom } from './clinicalClusters.ts';
import { guidsOf } from './guids.ts';
import { measuresFrom } from './measures.ts';
import { mvpsFrom } from './mvps.ts';
import type {
  RawBenchmark,
  RawBenchmarkExclusion,
  RawClinicalClusters,
  RawMeasure,
  RawMvp,
} from './rawRows.ts';

/** CMS's files of one performance year; `undefined` where CMS has none. */
export interface CmsYear {
  readonly performanceYear: number;
  /** No later year has benchmarks. */
  readonly isNewestBenchmarkYear: boolean;
  measures(): readonly RawMeasure[] | undefined;
  benchmarks(): readonly RawBenchmark[] | undefined;
  benchmarkExclusions(): readonly RawBenchmarkExclusion[] | undefined;
  mvps(): readonly RawMvp[] | undefined;
  clinicalClusters(): readonly RawClinicalClusters[] | undefined;
}

/** One of our files of a year, made from CMS's; `undefined` when CMS has nothing for it. */
export function yearFileFrom(cms: CmsYear, file: CatalogFileName): object | undefined {
  switch (file) {
    case 'measures':
      return measuresFile(cms);
    case 'guids':
      return guidsFile(cms);
    case 'benchmarks':
      return benchmarksFile(cms);
    case 'mvps':
      return mvpsFile(cms);
    case 'clinicalClusters':
      return clinicalClustersFile(cms);
  }
}

function measuresFile(cms: CmsYear): MeasuresFile | undefined {
  const rows = cms.measures();
  return rows && { performanceYear: cms.performanceYear, measures: measuresFrom(rows).map(compactMeasure) };
}

function guidsFile(cms: CmsYear): GuidsFile | undefined {
  const rows = cms.measures();
  return rows && { performanceYear: cms.performanceYear, measures: guidsOf(measuresFrom(rows)) };
}

function benchmarksFile(cms: CmsYear): BenchmarksFile | undefined {
  const rows = cms.benchmarks();
  const benchmarks =
    rows && benchmarksFrom(rows, measuresFrom(cms.measures() ?? []), cms.isNewestBenchmarkYear);
  return (
    benchmarks && {
      performanceYear: cms.performanceYear,
      benchmarks: benchmarks.map(compactBenchmark),
      exclusions: benchmarkExclusionsFrom(cms.benchmarkExclusions() ?? []),
    }
  );
}

function mvpsFile(cms: CmsYear): MvpsFile | undefined {
  const rows = cms.mvps();
  return rows && { performanceYear: cms.performanceYear, mvps: mvpsFrom(rows) };
}

function clinicalClustersFile(cms: CmsYear): ClinicalClustersFile | undefined {
  const rows = cms.clinicalClusters();
  return rows && { performanceYear: cms.performanceYear, clusters: clinicalClustersFrom(rows) };
}
