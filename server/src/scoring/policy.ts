import type { Category, Confidence } from './breakdown.ts';

/** A figure of CMS's scoring policy with what it rests on. */
export interface Figure<T> {
  readonly value: T;
  /** Regulation paragraph, CMS document or data field. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** `schemas/<year>/scoring.json`: every figure of a year's MIPS scoring. */
export interface ScoringPolicy {
  readonly performanceYear: number;
  readonly final: FinalScorePolicy;
  readonly weights: WeightPolicy;
  readonly quality: QualityPolicy;
  readonly pi: PiPolicy;
  readonly ia: IaPolicy;
}

export interface FinalScorePolicy {
  readonly performanceThreshold: Figure<number>;
  readonly additionalThreshold: Figure<number | null>;
  readonly maximumPenaltyAtOrBelow: Figure<number>;
  readonly maximumAdjustmentPercent: Figure<number>;
  readonly complexPatientBonusMaximum: Figure<number>;
  /** Whether CMS's site shows category and total scores before the final ones. */
  readonly showsPreliminaryScores: Figure<boolean>;
  /** With fewer scored categories the final score is the performance threshold. */
  readonly minimumScoredCategories: Figure<number>;
}

/** Category weights in percent when the categories of `missing` are not scored. */
export interface WeightRow extends Readonly<Record<Category, number>> {
  readonly missing: readonly Category[];
}

export type WeightTable = Figure<readonly WeightRow[]>;

export interface WeightPolicy {
  readonly mips: WeightTable;
  /** Rows that differ for small practices. */
  readonly smallPractice: WeightTable;
  /** APM Performance Pathway; the APM scoring standard in 2019 and 2020. */
  readonly apm: WeightTable;
  /** Whether `apm` holds for every APM entity (the APM scoring standard), not only under APP. */
  readonly apmEntitiesUseApmWeights: Figure<boolean>;
  /** Cost was taken out for everyone. */
  readonly costReweightedForAll: Figure<boolean>;
  /** A small practice that sends no PI data has the category reweighted without applying. */
  readonly piReweightedForSmallPractice: Figure<boolean>;
}

/** Points for a measure that is not compared with a benchmark, by size of practice. */
export interface PointsByPractice {
  readonly large: number;
  readonly small: number;
}

export interface QualityPolicy {
  readonly requiredMeasures: Figure<number>;
  readonly requiredMvpMeasures: Figure<number | null>;
  /** Percent of the eligible population. */
  readonly completenessThreshold: Figure<number>;
  readonly caseMinimum: Figure<number>;
  readonly pointsPerMeasure: Figure<number>;
  /** The lowest decile that is scored: everything below it earns its points. */
  readonly lowestDecile: Figure<number>;
  readonly noBenchmarkPoints: Figure<PointsByPractice>;
  readonly incompletePoints: Figure<PointsByPractice>;
  readonly newMeasureFloor: Figure<{ readonly firstYear: number; readonly secondYear: number } | null>;
  readonly toppedOutCap: Figure<number>;
  /** Whether the cap holds under the APM Performance Pathway too. */
  readonly toppedOutCapInApp: Figure<boolean>;
  readonly rateDecimals: Figure<number>;
  /** What CMS's site prints for a measure that does not count. */
  readonly displayOfNonCounting: Figure<string>;
  readonly highPriorityBonus: Figure<{
    readonly outcome: number;
    readonly other: number;
    readonly capPercent: number;
  } | null>;
  readonly endToEndBonus: Figure<{ readonly perMeasure: number; readonly capPercent: number } | null>;
  readonly smallPracticeBonus: Figure<number>;
  readonly complexOrganizationAdjustment: Figure<{
    readonly perMeasure: number;
    readonly capPercent: number;
  } | null>;
  /** Required measures of APP (`app1`) and APP Plus (`appPlus`); each entry lists the ids that serve. */
  readonly programs: Readonly<Record<string, Figure<readonly (readonly string[])[]>>>;
  /** Suppressed collection types that CMS's measure data does not name. */
  readonly suppressedBesidesData: Figure<
    readonly { readonly measureId: string; readonly submissionMethod: string }[]
  >;
}

export interface PiPolicy {
  readonly maximumPoints: Figure<number>;
  /** Points of each scored measure before exclusions move them. */
  readonly points: Figure<Readonly<Record<string, number>>>;
  /** By objective: the sets of measures of which one must be reported whole (or excluded). */
  readonly requirements: Figure<readonly PiRequirement[]>;
  readonly publicHealth: Figure<PublicHealthRule>;
  /** Each bonus counts once, whichever and however many of its measures are reported. */
  readonly bonuses: Figure<readonly { readonly measureIds: readonly string[]; readonly points: number }[]>;
  readonly attestations: Figure<readonly { readonly measureId: string; readonly mustBeYes: boolean }[]>;
  readonly redistribution: readonly PiRedistribution[];
  readonly activeEngagementRequired: Figure<boolean>;
  readonly minimumPeriodDays: Figure<number>;
  /** Regular expression of a valid CEHRT ID; `null` while none is published. */
  readonly cehrtId: Figure<{ readonly pattern: string; readonly description: string } | null>;
}

export interface PiRequirement {
  readonly objective: string;
  readonly anyOf: readonly (readonly string[])[];
}

/** How many public health registrations are needed, of which measures, for how many points in all. */
export interface PublicHealthRule {
  readonly candidates: readonly string[];
  /** All candidates (2022 on) or any two, of which one may be a second registry of the same kind. */
  readonly needed: number;
  readonly points: number;
}

/** Where the points of an excluded measure go: the first group that has a measure to take them. */
export interface PiRedistribution extends Figure<readonly (readonly string[])[]> {
  readonly from: string;
}

export interface ActivityPoints {
  readonly medium: number;
  readonly high: number;
  /** For activities to which the year's data gives no weight. */
  readonly unweighted: number;
}

export interface IaPolicy {
  readonly maximumPoints: Figure<number>;
  readonly points: Figure<ActivityPoints>;
  /** What special status multiplies the points by. */
  readonly specialStatusFactor: Figure<number>;
  readonly mvpPoints: Figure<ActivityPoints | null>;
  readonly medicalHomePoints: Figure<number>;
  readonly apmParticipantPoints: Figure<number>;
  /** How many of a group's clinicians must take part in an activity. */
  readonly groupParticipation: Figure<'one' | 'half'>;
  /** Automatic points under the APM Performance Pathway. */
  readonly appPoints: Figure<number | null>;
}
