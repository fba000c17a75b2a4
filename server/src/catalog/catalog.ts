/** What CMS publishes about measures, by performance year. Read from `schemas/<year>/`. */

import type { JsonFormat } from './jsonFormat.ts';

/** How measures are collected; CMS's JSON calls it `submissionMethod`. */
export type CollectionMethod =
  | 'claims'
  | 'registry'
  | 'electronicHealthRecord'
  | 'cmsWebInterface'
  | 'administrativeClaims'
  | 'certifiedSurveyVendor';

/** How a measure with several rates gets its one rate, as CMS's data name it. */
export type OverallAlgorithm =
  | 'simpleAverage'
  | 'weightedAverage'
  | 'sumNumerators'
  | 'overallStratumOnly'
  | 'split';

/** Fields every measure has. */
interface MeasureBase {
  readonly measureId: string;
  readonly title: string;
  readonly metricType: string;
  /** Programs that may report it: `mips`, `app1`, `appPlus`, `pcf`, MVP ids. Empty: the year's data names none. */
  readonly allowedPrograms: readonly string[];
  /** Who may report it: `individual`, `group`, `subgroup`, `apm`. Empty: the year's data does not say (to 2024). */
  readonly registrationTypes: readonly string[];
  /** Link to the specification by collection type (`default` for PI and IA). */
  readonly specifications: Readonly<Record<string, string>>;
}

/** A quality measure, or a cost measure, which CMS describes alike. */
export interface QualityMeasure extends MeasureBase {
  readonly category: 'quality' | 'cost';
  /** `CMS165v13`; `null` when the measure has no eCQM. */
  readonly eMeasureId: string | null;
  /** The eCQM version's GUID, lower case; `null` when there is none or it is not published yet. */
  readonly eMeasureGuid: string | null;
  readonly measureType: string | null;
  readonly isHighPriority: boolean;
  readonly isInverse: boolean;
  /** QCDR measure. */
  readonly isRegistryMeasure: boolean;
  readonly isRiskAdjusted: boolean;
  readonly firstPerformanceYear: number | null;
  readonly lastPerformanceYear: number | null;
  readonly submissionMethods: readonly CollectionMethod[];
  readonly measureSets: readonly string[];
  readonly overallAlgorithm: OverallAlgorithm | null;
  readonly strata: readonly MeasureStratum[];
  /** Collection types that are truncated to nine months (ICD-10 changes). */
  readonly icdImpacted: readonly string[];
  /** Collection types that are suppressed (clinical guideline changes). */
  readonly clinicalGuidelineChanged: readonly string[];
  /** Collection types for which the seven-point cap is lifted (from 2025). */
  readonly sevenPointCapRemoved: readonly string[];
  /** Collection type → `removed` or `flat`, where the data says so (2021 on). */
  readonly historicBenchmarks: Readonly<Record<string, string>>;
  readonly companionMeasureIds: readonly string[];
}

/** A stratum or, for an eCQM, one set of populations. */
export interface MeasureStratum {
  readonly name: string | null;
  readonly description: string | null;
  /** Population GUIDs in upper case; `null` when the measure has no eCQM or they are not published. */
  readonly populations: PopulationGuids | null;
}

/** GUIDs of one population set. An absent population is `null`. */
export interface PopulationGuids {
  readonly initialPopulation: string | null;
  readonly denominator: string | null;
  readonly denominatorExclusion: string | null;
  readonly denominatorException: string | null;
  readonly numerator: string | null;
  readonly numeratorExclusion: string | null;
  /** Reporting strata. */
  readonly strata: readonly string[];
}

/** A measure, attestation or exclusion of Promoting Interoperability. */
export interface PiMeasure extends MeasureBase {
  readonly category: 'pi';
  readonly objective: string | null;
  readonly isRequired: boolean;
  readonly isBonus: boolean;
  /** `required`, `bonus`, `exclusion`, or `null` (PI_ONCACB_1). */
  readonly reportingCategory: string | null;
  /** Ids that may be reported instead of it; it may not be reported together with them. */
  readonly exclusions: readonly string[];
  /** Ids of which only one may be sent. */
  readonly substitutes: readonly string[];
  /** The active engagement ids (pre-production, production) of a public health measure. */
  readonly activeEngagement: readonly string[];
  /** Points, only in 2019's data. */
  readonly weight: number | null;
}

/** An improvement activity. */
export interface ActivityMeasure extends MeasureBase {
  readonly category: 'ia';
  /** `medium`, `high`; `null` from 2025 and for IA_PCMH. */
  readonly weight: string | null;
  readonly subcategory: string | null;
}

/** Whatever the year's data give an id to. */
export type Measure = QualityMeasure | PiMeasure | ActivityMeasure;

/** One row of CMS's benchmarks: a measure by collection type. */
export interface Benchmark {
  readonly measureId: string;
  readonly submissionMethod: CollectionMethod;
  readonly performanceYear: number;
  /** `performanceYear - 2`: historical, known at submission. `performanceYear`: performance-period. */
  readonly benchmarkYear: number;
  readonly isHistorical: boolean;
  readonly isToppedOut: boolean;
  /** Topped out for two years: the seven-point cap applies. */
  readonly isToppedOutByProgram: boolean;
  readonly isInverse: boolean;
  /**
   * Lower bounds (upper for inverse measures) of deciles in performance-rate percent: index 0 is
   * decile 1, index 9 decile 10. `null`: the year publishes no bound for that decile
   * (2017-2022 have none for decile 1, and a placeholder for decile 2 in historical rows).
   */
  readonly decileBounds: readonly (number | null)[];
  /** The best value published (P99, P1 for inverse measures); `null` to 2022. */
  readonly best: number | null;
  readonly averagePerformanceRate: number | null;
}

/**
 * Measures that belong together clinically: who reports one of `triggers` is asked whether the
 * rest apply too (Eligible Measure Applicability, claims and MIPS CQM only).
 */
export interface ClinicalCluster {
  readonly submissionMethod: CollectionMethod;
  /** A specialty set with fewer than six measures for the collection type, or a cluster. */
  readonly kind: 'specialtySet' | 'cluster';
  readonly name: string;
  readonly measureIds: readonly string[];
  readonly triggers: readonly string[];
}

/** A measure by collection type that CMS left without a benchmark, with CMS's reason codes (2023 on). */
export interface BenchmarkExclusion {
  readonly measureId: string;
  readonly submissionMethod: CollectionMethod;
  readonly benchmarkYear: number;
  /** `BR-009`: too few submitters; see CMS's benchmark-exclusion-reasons. */
  readonly reasonCodes: readonly string[];
}

/** A MIPS Value Pathway. */
export interface Mvp {
  readonly mvpId: string;
  readonly title: string;
  readonly qualityMeasureIds: readonly string[];
  readonly activityIds: readonly string[];
  readonly costMeasureIds: readonly string[];
  readonly administrativeClaimsMeasureIds: readonly string[];
  /** Population health measures every participant is scored on (479, 484). */
  readonly foundationQualityMeasureIds: readonly string[];
}

/** The catalogue of one performance year. */
export interface YearCatalog {
  readonly performanceYear: number;
  readonly measures: ReadonlyMap<string, Measure>;
  /** eCQMs by version GUID in lower case. */
  readonly byGuid: ReadonlyMap<string, QualityMeasure>;
  /** eCQMs by CMS number without version: `CMS165`. */
  readonly byEcqm: ReadonlyMap<string, QualityMeasure>;
  /** `false` while CMS has published no eCQM GUIDs for the year (2026, 2027). */
  readonly hasGuids: boolean;
  readonly mvps: ReadonlyMap<string, Mvp>;
  readonly clinicalClusters: readonly ClinicalCluster[];
  /** What QPP JSON may hold in that year; `null` while nothing is published (2027). */
  readonly jsonFormat: JsonFormat | null;
  benchmark(measureId: string, method: string): Benchmark | undefined;
  benchmarkExclusion(measureId: string, method: string): BenchmarkExclusion | undefined;
}

/** A year's eCQM found by one of its GUIDs. */
export interface GuidMatch {
  readonly performanceYear: number;
  readonly measure: QualityMeasure;
}

/** A population's place in a measure, found by its GUID. */
export interface PopulationMatch extends GuidMatch {
  readonly stratum: MeasureStratum;
  readonly role: Exclude<keyof PopulationGuids, 'strata'> | 'reportingStratum';
}

/** All years. Each is loaded when it is first asked for. */
export interface Catalogs {
  /** Years that can be asked for, ascending. */
  readonly years: readonly number[];
  year(performanceYear: number): YearCatalog | undefined;
  /** Every year in which the GUID names a measure, newest first. Case-insensitive. */
  findMeasureGuid(guid: string): readonly GuidMatch[];
  /** Every year in which the GUID names a population, newest first. Case-insensitive. */
  findPopulationGuid(guid: string): readonly PopulationMatch[];
}
