import type {
  ActivityMeasure,
  Benchmark,
  BenchmarkExclusion,
  ClinicalCluster,
  MeasureStratum,
  Mvp,
  PiMeasure,
  PopulationGuids,
  QualityMeasure,
} from './catalog.ts';

/** The files of a year that are built from CMS's data: `schemas/<year>/<name>.json`. */
export type CatalogFileName = 'measures' | 'guids' | 'benchmarks' | 'mvps' | 'clinicalClusters';

/** The files of a year: the catalogue's, and those we keep ourselves. */
export type YearFileName = CatalogFileName | 'qppJson' | 'qrda3' | 'scoring';

/** Gives a year's file as parsed JSON; `undefined` when the year has no such file. */
export type ReadYearFile = (performanceYear: number, file: YearFileName) => unknown | undefined;

/** `measures.json`. */
export interface MeasuresFile {
  readonly performanceYear: number;
  readonly measures: readonly MeasureRecord[];
}

/** `guids.json`: which eCQM a GUID belongs to, so that a search through all years need not read their measures. */
export interface GuidsFile {
  readonly performanceYear: number;
  readonly measures: readonly GuidRecord[];
}

export interface GuidRecord {
  readonly measureId: string;
  /** Lower case. */
  readonly guid: string;
  /** Upper case. */
  readonly populations: readonly string[];
}

/** `benchmarks.json`. */
export interface BenchmarksFile {
  readonly performanceYear: number;
  readonly benchmarks: readonly BenchmarkRecord[];
  readonly exclusions: readonly BenchmarkExclusion[];
}

/** `mvps.json`. */
export interface MvpsFile {
  readonly performanceYear: number;
  readonly mvps: readonly Mvp[];
}

/** `clinicalClusters.json`. */
export interface ClinicalClustersFile {
  readonly performanceYear: number;
  readonly clusters: readonly ClinicalCluster[];
}

type WithDefaults<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

/** A measure as stored: fields that have their usual value (`null`, `false`, empty) are left out. */
export type MeasureRecord = QualityRecord | PiRecord | ActivityRecord;

type AlwaysThere = 'measureId' | 'category' | 'title' | 'metricType';

export type QualityRecord = Omit<WithDefaults<QualityMeasure, AlwaysThere>, 'strata'> & {
  readonly strata?: readonly StratumRecord[];
};

export type PiRecord = WithDefaults<PiMeasure, AlwaysThere>;

export type ActivityRecord = WithDefaults<ActivityMeasure, AlwaysThere>;

export type StratumRecord = Partial<Omit<MeasureStratum, 'populations'>> & {
  readonly populations?: PopulationRecord;
};

export type PopulationRecord = Partial<PopulationGuids>;

/** A benchmark as stored: what the file's year and the usual values tell is left out. */
export type BenchmarkRecord = WithDefaults<
  Omit<Benchmark, 'performanceYear' | 'isHistorical'>,
  'measureId' | 'submissionMethod' | 'benchmarkYear' | 'decileBounds'
>;
