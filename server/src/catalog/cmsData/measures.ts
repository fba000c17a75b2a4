import type {
  ActivityMeasure,
  CollectionMethod,
  Measure,
  MeasureStratum,
  OverallAlgorithm,
  PopulationGuids,
  QualityMeasure,
} from '../catalog.ts';
import { compareIds } from '../ids.ts';
import { piMeasures } from './piMeasures.ts';
import type { RawMeasure, RawPopulationGuids, RawStratum } from './rawRows.ts';

/** A year's `measures-data.json` as measures, sorted by id. */
export function measuresFrom(rows: readonly RawMeasure[]): Measure[] {
  const quality = rows
    .filter((row) => row.category === 'quality' || row.category === 'cost')
    .map(qualityMeasure);
  const activities = rows.filter((row) => row.category === 'ia').map(activityMeasure);
  // 2017 calls Promoting Interoperability `aci`, Advancing Care Information.
  const pi = piMeasures(rows.filter((row) => row.category === 'pi' || row.category === 'aci'));
  return [...quality, ...activities, ...pi].sort((a, b) => compareIds(a.measureId, b.measureId));
}

/** The fields every category has. */
export function measureBase(row: RawMeasure) {
  return {
    measureId: row.measureId,
    title: tidy(row.title),
    metricType: row.metricType,
    allowedPrograms: row.allowedPrograms ?? [],
    registrationTypes: row.allowedRegistrationTypes ?? [],
    specifications: specifications(row.measureSpecification),
  };
}

function qualityMeasure(row: RawMeasure): QualityMeasure {
  return {
    ...measureBase(row),
    category: row.category === 'cost' ? 'cost' : 'quality',
    eMeasureId: row.eMeasureId ?? null,
    eMeasureGuid: row.eMeasureUuid?.toLowerCase() ?? null,
    measureType: row.measureType ?? null,
    isHighPriority: row.isHighPriority ?? false,
    isInverse: row.isInverse ?? false,
    isRegistryMeasure: row.isRegistryMeasure ?? false,
    isRiskAdjusted: row.isRiskAdjusted ?? false,
    firstPerformanceYear: row.firstPerformanceYear ?? null,
    lastPerformanceYear: row.lastPerformanceYear ?? null,
    submissionMethods: (row.submissionMethods ?? []) as CollectionMethod[],
    measureSets: row.measureSets ?? [],
    overallAlgorithm: (row.overallAlgorithm ?? null) as OverallAlgorithm | null,
    strata: strata(row.strata ?? []),
    icdImpacted: row.icdImpacted ?? [],
    clinicalGuidelineChanged: row.clinicalGuidelineChanged ?? [],
    sevenPointCapRemoved: row.sevenPointCapRemoved ?? [],
    historicBenchmarks: row.historic_benchmarks ?? row.benchmarks ?? {},
    companionMeasureIds: row.companionMeasureId ?? [],
  };
}

function activityMeasure(row: RawMeasure): ActivityMeasure {
  return {
    ...measureBase(row),
    category: 'ia',
    weight: typeof row.weight === 'string' ? row.weight : null,
    subcategory: row.subcategoryId ?? null,
  };
}

function strata(rows: readonly RawStratum[]): MeasureStratum[] {
  return rows.map((row) => ({
    name: row.name ?? null,
    // A single stratum is described by the measure's title; several need telling apart.
    description: rows.length > 1 && row.description ? shortened(tidy(row.description)) : null,
    populations: row.eMeasureUuids ? populationGuids(row.eMeasureUuids) : null,
  }));
}

function populationGuids(raw: RawPopulationGuids): PopulationGuids {
  const upper = (guid: string | undefined) => guid?.toUpperCase() ?? null;
  return {
    initialPopulation: upper(raw.initialPopulationUuid),
    denominator: upper(raw.denominatorUuid),
    denominatorExclusion: upper(raw.denominatorExclusionUuid),
    denominatorException: upper(raw.denominatorExceptionUuid),
    numerator: upper(raw.numeratorUuid),
    numeratorExclusion: upper(raw.numeratorExclusionUuid),
    strata: raw.strata?.map((guid) => guid.toUpperCase()) ?? [],
  };
}

function specifications(raw: RawMeasure['measureSpecification']): Record<string, string> {
  if (typeof raw === 'string') return { default: raw };
  return { ...raw };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const longestDescription = 120;

function shortened(text: string): string {
  if (text.length <= longestDescription) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longestDescription))} …`;
}
