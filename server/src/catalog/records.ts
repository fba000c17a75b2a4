import type {
  ActivityMeasure,
  Benchmark,
  Measure,
  MeasureStratum,
  PiMeasure,
  PopulationGuids,
  QualityMeasure,
} from './catalog.ts';
import type {
  ActivityRecord,
  BenchmarkRecord,
  MeasureRecord,
  PiRecord,
  PopulationRecord,
  QualityRecord,
  StratumRecord,
} from './yearFiles.ts';

/**
 * Restores the fields that a stored measure leaves out. Each field is named, which is an order of
 * magnitude faster than spreading defaults: a year has hundreds of measures and loads on a keystroke.
 */
export function expandMeasure(record: MeasureRecord): Measure {
  switch (record.category) {
    case 'pi':
      return expandPi(record);
    case 'ia':
      return expandActivity(record);
    default:
      return expandQuality(record);
  }
}

function expandQuality(record: QualityRecord): QualityMeasure {
  return {
    measureId: record.measureId,
    category: record.category,
    title: record.title,
    metricType: record.metricType,
    allowedPrograms: record.allowedPrograms ?? [],
    registrationTypes: record.registrationTypes ?? [],
    specifications: record.specifications ?? {},
    eMeasureId: record.eMeasureId ?? null,
    eMeasureGuid: record.eMeasureGuid ?? null,
    measureType: record.measureType ?? null,
    isHighPriority: record.isHighPriority ?? false,
    isInverse: record.isInverse ?? false,
    isRegistryMeasure: record.isRegistryMeasure ?? false,
    isRiskAdjusted: record.isRiskAdjusted ?? false,
    firstPerformanceYear: record.firstPerformanceYear ?? null,
    lastPerformanceYear: record.lastPerformanceYear ?? null,
    submissionMethods: record.submissionMethods ?? [],
    measureSets: record.measureSets ?? [],
    overallAlgorithm: record.overallAlgorithm ?? null,
    strata: record.strata?.map(expandStratum) ?? [],
    icdImpacted: record.icdImpacted ?? [],
    clinicalGuidelineChanged: record.clinicalGuidelineChanged ?? [],
    sevenPointCapRemoved: record.sevenPointCapRemoved ?? [],
    historicBenchmarks: record.historicBenchmarks ?? {},
    companionMeasureIds: record.companionMeasureIds ?? [],
  };
}

function expandStratum(record: StratumRecord): MeasureStratum {
  return {
    name: record.name ?? null,
    description: record.description ?? null,
    populations: record.populations ? expandPopulations(record.populations) : null,
  };
}

function expandPopulations(record: PopulationRecord): PopulationGuids {
  return {
    initialPopulation: record.initialPopulation ?? null,
    denominator: record.denominator ?? null,
    denominatorExclusion: record.denominatorExclusion ?? null,
    denominatorException: record.denominatorException ?? null,
    numerator: record.numerator ?? null,
    numeratorExclusion: record.numeratorExclusion ?? null,
    strata: record.strata ?? [],
  };
}

function expandPi(record: PiRecord): PiMeasure {
  return {
    measureId: record.measureId,
    category: 'pi',
    title: record.title,
    metricType: record.metricType,
    allowedPrograms: record.allowedPrograms ?? [],
    registrationTypes: record.registrationTypes ?? [],
    specifications: record.specifications ?? {},
    objective: record.objective ?? null,
    isRequired: record.isRequired ?? false,
    isBonus: record.isBonus ?? false,
    reportingCategory: record.reportingCategory ?? null,
    exclusions: record.exclusions ?? [],
    substitutes: record.substitutes ?? [],
    activeEngagement: record.activeEngagement ?? [],
    weight: record.weight ?? null,
  };
}

function expandActivity(record: ActivityRecord): ActivityMeasure {
  return {
    measureId: record.measureId,
    category: 'ia',
    title: record.title,
    metricType: record.metricType,
    allowedPrograms: record.allowedPrograms ?? [],
    registrationTypes: record.registrationTypes ?? [],
    specifications: record.specifications ?? {},
    weight: record.weight ?? null,
    subcategory: record.subcategory ?? null,
  };
}

/** Restores a stored benchmark. `performanceYear` is the file's. */
export function expandBenchmark(record: BenchmarkRecord, performanceYear: number): Benchmark {
  return {
    measureId: record.measureId,
    submissionMethod: record.submissionMethod,
    performanceYear,
    benchmarkYear: record.benchmarkYear,
    isHistorical: record.benchmarkYear < performanceYear,
    isToppedOut: record.isToppedOut ?? false,
    isToppedOutByProgram: record.isToppedOutByProgram ?? false,
    isInverse: record.isInverse ?? false,
    decileBounds: record.decileBounds,
    best: record.best ?? null,
    averagePerformanceRate: record.averagePerformanceRate ?? null,
  };
}

/** A measure as {@link expandMeasure} reads it, without the fields that say nothing. */
export function compactMeasure(measure: Measure): MeasureRecord {
  return withoutEmpty(measure) as MeasureRecord;
}

/** A benchmark as {@link expandBenchmark} reads it. */
export function compactBenchmark(benchmark: Benchmark): BenchmarkRecord {
  const { performanceYear: _year, isHistorical: _isHistorical, ...stored } = benchmark;
  return withoutEmpty(stored) as BenchmarkRecord;
}

/** Leaves out members that are `null`, `false` or empty, also inside members; list entries all stay. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .map(([key, member]) => [key, withoutEmpty(member)] as const)
    .filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(members);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
