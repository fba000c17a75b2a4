import { readShared } from '../shared.ts';

/** A case of `samples/scoring/cases.json`: what CMS, a regulation or a published table says. */
export interface ScoringCase {
  readonly id: string;
  readonly performanceYear: number;
  readonly kind: string;
  readonly input: CaseInput;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** The inputs of all kinds of cases; each kind has its own. */
export interface CaseInput {
  readonly measureId?: string;
  readonly submissionMethod?: string;
  readonly performanceRate?: number;
  readonly deciles?: readonly number[];
  readonly lowerBoundsByDecile?: Readonly<Record<string, number>>;
  readonly benchmarkYear?: number;
  readonly sevenPointCap?: boolean;
  readonly metricType?: string;
  readonly observationInstances?: number;
  readonly performanceMet?: number;
  readonly performanceNotMet?: number;
  readonly eligiblePopulation?: number;
  readonly eligiblePopulationException?: number;
  readonly eligiblePopulationExclusion?: number;
  readonly strata?: unknown;
  readonly reportingRate?: number;
  readonly noBenchmarkOrBelow20?: boolean;
  readonly measurePoints?: Readonly<Record<string, number>> | readonly number[];
  readonly smallPracticeBonus?: number;
  readonly denominator?: number;
  readonly weightUsed?: number;
  readonly readmissionMeasureScored?: boolean;
  readonly base?: number;
  readonly achievementPoints?: number;
  readonly improvementPercent?: number;
  readonly smallPractice?: boolean;
  readonly complexOrganizationAdjustment?: boolean;
  readonly measures?: readonly unknown[];
  readonly lowestTwo?: readonly (readonly [string, number])[];
  readonly numerator?: number;
  readonly maxPoints?: number;
  readonly attestations?: readonly string[];
  readonly conflictAcrossSubmissionTypes?: boolean;
  readonly category?: number;
  readonly weight?: number;
  readonly measureScore?: number;
  readonly max?: number;
  readonly excluded?: readonly string[];
  readonly activities?: Readonly<Record<string, string>> | readonly string[];
  readonly specialStatus?: boolean;
  readonly apmParticipant?: boolean;
  readonly activityScore?: number;
  readonly reweightedTo0?: readonly string[];
  readonly reweighted?: readonly string[];
  readonly standard?: boolean;
  readonly dataSubmitted?: readonly string[];
  readonly finalScore?: number;
  readonly exceptional?: number;
  readonly categoryPercent?: number;
}

export function scoringCases(): readonly ScoringCase[] {
  return JSON.parse(readShared('samples', 'scoring', 'cases.json')) as ScoringCase[];
}
