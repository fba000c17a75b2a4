import type { CollectionMethod } from '../catalog/catalog.ts';
import type { Participant } from '../submission/participant.ts';
import type { Span } from '../text/span.ts';

/** What a score is made of: the contract of `qpp-lens score --format json` and of the score panel. */
export interface ScoreBreakdown {
  readonly status: 'scored' | 'notScorable';
  readonly participant: Participant | null;
  readonly performanceYear: number | null;
  readonly programName: string | null;
  readonly quality: QualityBreakdown;
  readonly pi: PiBreakdown;
  readonly ia: IaBreakdown;
  readonly estimate: Estimate;
  /** What concerns the whole: files left out, data replaced, why nothing could be scored. */
  readonly notes: readonly string[];
}

/** How far a figure can be trusted: regulation text and CMS's own data are high. */
export type Confidence = 'high' | 'medium' | 'low';

/** Why a figure is what it is. */
export interface Explanation {
  /** One or two sentences. */
  readonly reason: string;
  /** Regulation paragraph, CMS document or data field the reason rests on. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** Where in the files a datum stands: which of the submissions given, and the place in its text. */
export interface Origin {
  readonly submission: number;
  readonly span: Span;
}

export type Category = 'quality' | 'cost' | 'ia' | 'pi';

export interface QualityBreakdown {
  readonly isSubmitted: boolean;
  readonly measures: readonly QualityMeasureScore[];
  /** Achievement points of the measures that count, without bonuses. */
  readonly subtotal: number;
  readonly bonuses: QualityBonuses;
  /** Points that could be had. */
  readonly denominator: number;
  readonly denominatorReason: Explanation;
  /** 0-100. */
  readonly percent: number;
  /** What the category still lacks: an outcome measure, further measures, required measures. */
  readonly gaps: readonly Explanation[];
}

export interface QualityBonuses {
  readonly highPriority: Bonus;
  readonly endToEnd: Bonus;
  readonly smallPractice: Bonus;
  readonly complexOrganization: Bonus;
}

export interface Bonus extends Explanation {
  readonly points: number;
}

export type QualityReasonCode =
  | 'benchmark'
  | 'benchmark-floor'
  | 'topped-out-cap'
  | 'new-measure-floor'
  | 'no-benchmark'
  | 'below-case-minimum'
  | 'incomplete'
  | 'suppressed'
  | 'no-rate'
  | 'unknown-measure'
  | 'not-in-program';

export interface QualityMeasureScore extends Explanation {
  readonly measureId: string;
  readonly collectionType: string;
  readonly title: string;
  /** Percent 0-100, rounded as CMS rounds it; for non-proportion measures a value in the measure's own unit. */
  readonly performanceRate: number | null;
  readonly rateUnit: 'percent' | 'value';
  /** Percent of the eligible population that was reported on. */
  readonly dataCompleteness: number | null;
  readonly caseCount: number | null;
  /** The performance rates behind the measure's rate: one, or one for each stratum. */
  readonly strata: readonly StratumCounts[];
  readonly benchmark: BenchmarkUsed | null;
  /** 1-10; `null` without a benchmark. Below decile 3 it is 3 until 2022, the lowest that is scored. */
  readonly decile: number | null;
  /** Achievement points; `null` when the measure is taken out of the score. */
  readonly points: number | null;
  readonly maxPoints: number;
  readonly counted: boolean;
  /** What CMS's site shows at submission: points with two decimals, or `N/A`. */
  readonly displayed: string;
  readonly reasonCode: QualityReasonCode;
  readonly origin: Origin;
}

/** Counts are patients or episodes; `null`: not in the file. */
export interface StratumCounts {
  readonly name: string | null;
  readonly performanceRate: number | null;
  readonly performanceMet: number | null;
  readonly performanceNotMet: number | null;
  readonly eligiblePopulation: number | null;
  readonly exclusions: number | null;
  readonly exceptions: number | null;
}

export interface BenchmarkUsed {
  readonly submissionMethod: CollectionMethod;
  readonly benchmarkYear: number;
  readonly isToppedOut: boolean;
  readonly isToppedOutByProgram: boolean;
  readonly isInverse: boolean;
  /** Lower bounds (upper for inverse measures): index 0 is decile 1; `null` where none is published. */
  readonly decileBounds: readonly (number | null)[];
  readonly averagePerformanceRate: number | null;
}

export type PiStatus = 'scored' | 'zero' | 'reweighted' | 'notSubmitted';

export interface PiBreakdown {
  readonly measures: readonly PiMeasureScore[];
  readonly objectives: readonly PiObjective[];
  readonly objectivesCompleted: number;
  readonly objectivesRequired: number;
  /** Measure and bonus points before the cap and before a cause for zero is considered. */
  readonly subtotal: number;
  readonly status: PiStatus;
  /** Why the category is zero; empty unless `status` is `zero`. */
  readonly zeroReasons: readonly Explanation[];
  /** 0-100. */
  readonly percent: number;
}

export interface PiObjective {
  readonly objective: string;
  readonly completed: boolean;
  readonly reason: string;
}

/** What a measure or activity was answered with; `null` where nothing was sent. Counts are patients or events. */
export type Answer =
  | { readonly kind: 'counts'; readonly numerator: number | null; readonly denominator: number | null }
  | { readonly kind: 'yesNo'; readonly yes: boolean | null };

export type PiMeasureState = 'reported' | 'excluded' | 'missing' | 'bonus' | 'attestation' | 'unscored';

export interface PiMeasureScore extends Explanation {
  readonly measureId: string;
  readonly title: string;
  /** The one of the category's objectives it belongs to; `null` where the year's data names none. */
  readonly objective: string | null;
  readonly state: PiMeasureState;
  readonly points: number;
  readonly maxPoints: number;
  /** `10 / 10` as CMS's site shows it; empty for measures without points. */
  readonly displayed: string;
  readonly answer: Answer;
  /** `null` for a measure that is missing. */
  readonly origin: Origin | null;
}

export interface IaBreakdown {
  readonly isSubmitted: boolean;
  readonly activities: readonly ActivityScore[];
  /** Points before the cap, with automatic credit. */
  readonly subtotal: number;
  readonly maxPoints: number;
  /** 0-100. */
  readonly percent: number;
  /** Credit that needs no activity in the file (APM participation, APP). */
  readonly automaticCredit: Bonus;
}

export interface ActivityScore extends Explanation {
  readonly measureId: string;
  readonly title: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly displayed: string;
  readonly answer: Answer;
  readonly origin: Origin;
}

export type Weights = Readonly<Record<Category, number>>;

export type AdjustmentBand = 'maximumNegative' | 'negative' | 'neutral' | 'positive' | 'exceptional';

/** Never CMS's number: CMS has shown no category or total preview since 2023. */
export interface Estimate {
  readonly weights: Weights;
  readonly weightsReason: Explanation;
  /** Points of each category towards the final score. */
  readonly contributions: Weights;
  /** 0-100; `null` when nothing can be estimated. */
  readonly final: number | null;
  /** The final score if cost were scored, at its lowest and its highest; `null` where cost cannot count. */
  readonly rangeWithCost: { readonly lowest: number; readonly highest: number } | null;
  readonly adjustment: Adjustment | null;
  readonly assumptions: readonly string[];
}

export interface Adjustment extends Explanation {
  readonly band: AdjustmentBand;
  readonly performanceThreshold: number;
  /** Percent of the payments; `null` where it depends on the budget-neutral factor. */
  readonly percent: number | null;
  readonly paymentYear: number;
}
