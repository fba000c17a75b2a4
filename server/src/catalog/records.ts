import type {
  ActivityMeasure,
  Benchmark,
  Measure,
  MeasureStratum,
  PiMeasure,
  PopulationGuids,
  QualityMeasure,
} from './catalog.ts';
import type { BenchmarkRecord, MeasureRecord, QualityRecord, StratumRecord } from './yearFiles.ts';

type Defaults<T> = Omit<T, 'measureId' | 'category' | 'title' | 'metricType'>;

const everyMeasure = { allowedPrograms: [], registrationTypes: [], specifications: {} } as const;

const qualityDefaults: Defaults<QualityMeasure> = {
  ...everyMeasure,
  eMeasureId: null,
  eMeasureGuid: null,
  measureType: null,
  isHighPriority: false,
  isInverse: false,
  isRegistryMeasure: false,
  isRiskAdjusted: false,
  firstPerformanceYear: null,
  lastPerformanceYear: null,
  submissionMethods: [],
  measureSets: [],
  overallAlgorithm: null,
  strata: [],
  icdImpacted: [],
  clinicalGuidelineChanged: [],
  sevenPointCapRemoved: [],
  historicBenchmarks: {},
  companionMeasureIds: [],
};

const piDefaults: Defaults<PiMeasure> = {
  ...everyMeasure,
  objective: null,
  isRequired: false,
  isBonus: false,
  reportingCategory: null,
  exclusions: [],
  substitutes: [],
  activeEngagement: [],
  weight: null,
};

const activityDefaults: Defaults<ActivityMeasure> = { ...everyMeasure, weight: null, subcategory: null };

const stratumDefaults: MeasureStratum = { name: null, description: null, populations: null };

const populationDefaults: PopulationGuids = {
  initialPopulation: null,
  denominator: null,
  denominatorExclusion: null,
  denominatorException: null,
  numerator: null,
  numeratorExclusion: null,
  strata: [],
};

const benchmarkDefaults = {
  isToppedOut: false,
  isToppedOutByProgram: false,
  isInverse: false,
  best: null,
  averagePerformanceRate: null,
} as const;

/** Restores the fields that a stored measure leaves out. */
export function expandMeasure(record: MeasureRecord): Measure {
  switch (record.category) {
    case 'pi':
      return { ...piDefaults, ...record };
    case 'ia':
      return { ...activityDefaults, ...record };
    default:
      return expandQualityMeasure(record);
  }
}

function expandQualityMeasure(record: QualityRecord): QualityMeasure {
  return { ...qualityDefaults, ...record, strata: record.strata?.map(expandStratum) ?? [] };
}

function expandStratum(record: StratumRecord): MeasureStratum {
  const populations = record.populations ? { ...populationDefaults, ...record.populations } : null;
  return { ...stratumDefaults, ...record, populations };
}

/** Restores a stored benchmark. `performanceYear` is the file's. */
export function expandBenchmark(record: BenchmarkRecord, performanceYear: number): Benchmark {
  return {
    ...benchmarkDefaults,
    ...record,
    performanceYear,
    isHistorical: record.benchmarkYear < performanceYear,
  };
}

/** Leaves out the fields that {@link expandMeasure} restores. */
export function compactMeasure(measure: Measure): MeasureRecord {
  switch (measure.category) {
    case 'pi':
      return withoutDefaults(measure, piDefaults);
    case 'ia':
      return withoutDefaults(measure, activityDefaults);
    default: {
      const { strata, ...rest } = withoutDefaults(measure, qualityDefaults);
      return strata === undefined ? rest : { ...rest, strata: strata.map(compactStratum) };
    }
  }
}

function compactStratum(stratum: MeasureStratum): StratumRecord {
  const { populations, ...rest } = withoutDefaults(stratum, stratumDefaults);
  return populations ? { ...rest, populations: withoutDefaults(populations, populationDefaults) } : rest;
}

/** Leaves out the fields that {@link expandBenchmark} restores. */
export function compactBenchmark(benchmark: Benchmark): BenchmarkRecord {
  const { performanceYear: _, isHistorical: __, ...stored } = benchmark;
  return withoutDefaults(stored, benchmarkDefaults);
}

function withoutDefaults<T extends object, D extends Partial<T>>(
  full: T,
  defaults: D,
): Omit<T, keyof D> & Partial<Pick<T, keyof D & keyof T>> {
  const kept = Object.entries(full).filter(
    ([key, value]) =>
      !(key in defaults) || JSON.stringify(value) !== JSON.stringify(defaults[key as keyof D]),
  );
  return Object.fromEntries(kept) as Omit<T, keyof D> & Partial<Pick<T, keyof D & keyof T>>;
}
