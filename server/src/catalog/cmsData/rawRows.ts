/** Rows of CMS's qpp-measures-data as they stand in its files; fields that are not used are left out. */

export interface RawMeasure {
  readonly measureId: string;
  /** `aci` is 2017's name for Promoting Interoperability. */
  readonly category: 'quality' | 'pi' | 'aci' | 'ia' | 'cost';
  readonly title: string;
  readonly metricType: string;
  readonly allowedPrograms?: readonly string[];
  readonly allowedRegistrationTypes?: readonly string[];
  /** By collection type; a bare link in 2019's PI rows. */
  readonly measureSpecification?: Readonly<Record<string, string>> | string | null;
  readonly eMeasureId?: string | null;
  readonly eMeasureUuid?: string | null;
  readonly measureType?: string | null;
  readonly isHighPriority?: boolean;
  readonly isInverse?: boolean;
  readonly isRegistryMeasure?: boolean;
  readonly isRiskAdjusted?: boolean;
  readonly firstPerformanceYear?: number | null;
  readonly lastPerformanceYear?: number | null;
  readonly submissionMethods?: readonly string[];
  readonly measureSets?: readonly string[];
  readonly overallAlgorithm?: string | null;
  readonly strata?: readonly RawStratum[];
  readonly icdImpacted?: readonly string[];
  readonly clinicalGuidelineChanged?: readonly string[];
  readonly sevenPointCapRemoved?: readonly string[];
  /** 2021's name for `historic_benchmarks`. */
  readonly benchmarks?: Readonly<Record<string, string>>;
  readonly historic_benchmarks?: Readonly<Record<string, string>>;
  readonly companionMeasureId?: readonly string[];
  readonly objective?: string | null;
  readonly isRequired?: boolean;
  readonly isBonus?: boolean;
  readonly reportingCategory?: string | null;
  /** One id to 2020, a list from 2021. */
  readonly exclusion?: string | readonly string[] | null;
  readonly substitutes?: readonly string[];
  readonly preprod?: readonly string[];
  readonly weight?: number | string | null;
  readonly subcategoryId?: string | null;
}

export interface RawStratum {
  readonly name?: string;
  readonly description?: string;
  readonly eMeasureUuids?: RawPopulationGuids;
}

export interface RawPopulationGuids {
  readonly initialPopulationUuid?: string;
  readonly denominatorUuid?: string;
  readonly denominatorExclusionUuid?: string;
  readonly denominatorExceptionUuid?: string;
  readonly numeratorUuid?: string;
  readonly numeratorExclusionUuid?: string;
  readonly strata?: readonly string[];
}

export interface RawBenchmark {
  readonly measureId: string;
  readonly submissionMethod: string;
  readonly performanceYear: number;
  readonly benchmarkYear: number;
  readonly isToppedOut?: boolean;
  readonly isToppedOutByProgram?: boolean;
  readonly isInverse?: boolean;
  readonly averagePerformanceRate?: number | null;
  /** To 2022. */
  readonly deciles?: readonly number[];
  /** From 2023: keys 1, 10, 20 ... 90, 99. */
  readonly percentiles?: Readonly<Record<string, number>>;
}

export interface RawBenchmarkExclusion {
  readonly measureId: string;
  readonly submissionMethod: string;
  readonly benchmarkYear: number;
  readonly reasonCodes: readonly string[];
}

export interface RawMvp {
  readonly mvpId: string;
  readonly title: string;
  readonly qualityMeasureIds: readonly string[];
  readonly iaMeasureIds: readonly string[];
  readonly costMeasureIds: readonly string[];
  readonly administrativeClaimsMeasureIds?: readonly string[];
  readonly foundationQualityMeasureIds?: readonly string[];
}

export interface RawClinicalClusters {
  readonly measureId: string;
  readonly submissionMethod: string;
  readonly specialtySets?: readonly RawCluster[];
  readonly clinicalClusters?: readonly RawCluster[];
}

export interface RawCluster {
  readonly name: string;
  readonly measureIds: readonly string[];
}
