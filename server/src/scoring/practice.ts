import type { Category } from './breakdown.ts';

/** What no file says about the practice behind it, stated by the user; percents are 0-100. */
export interface Practice {
  /** 15 or fewer clinicians. Small practices have special status too. */
  readonly smallPractice: boolean;
  /** Rural, in a health professional shortage area, non-patient-facing, or small. */
  readonly specialStatus: boolean;
  /** Takes part in an APM while reporting traditional MIPS. */
  readonly apmParticipant: boolean;
  /** CMS granted extreme and uncontrollable circumstances: only what was sent is scored. */
  readonly extremeCircumstances: boolean;
  /** Categories that CMS has reweighted for other reasons (hardship, clinician type). */
  readonly reweighted: readonly Category[];
  /** Cost category score in percent, when known; `null`: cost is taken as not scored. */
  readonly costPercent: number | null;
  /** How many administrative claims measures CMS scores the participant on. */
  readonly administrativeClaimsMeasures: number;
  /** Quality improvement percent that CMS adds, when known. */
  readonly qualityImprovementPercent: number;
}

/** Nothing is known of the practice. */
export const DEFAULT_PRACTICE: Practice = {
  smallPractice: false,
  specialStatus: false,
  apmParticipant: false,
  extremeCircumstances: false,
  reweighted: [],
  costPercent: null,
  administrativeClaimsMeasures: 0,
  qualityImprovementPercent: 0,
};

const CATEGORIES: readonly Category[] = ['quality', 'cost', 'ia', 'pi'];

/** More than CMS has calculated for anybody in any year. */
const MOST_CLAIMS_MEASURES = 10;

/** The improvement percent is capped at 10 (42 CFR 414.1380(b)(1)(vi)). */
const HIGHEST_IMPROVEMENT = 10;

/** Takes from what was stored or sent whatever is of the right kind and size; the rest keeps its default. */
export function readPractice(sent: unknown): Practice {
  if (typeof sent !== 'object' || sent === null) return DEFAULT_PRACTICE;
  const stated: Readonly<Record<string, unknown>> = { ...sent };
  const reweighted = Array.isArray(stated.reweighted) ? stated.reweighted : [];
  return {
    smallPractice: stated.smallPractice === true,
    specialStatus: stated.specialStatus === true,
    apmParticipant: stated.apmParticipant === true,
    extremeCircumstances: stated.extremeCircumstances === true,
    reweighted: CATEGORIES.filter((category) => reweighted.includes(category)),
    costPercent: within(stated.costPercent, 100),
    administrativeClaimsMeasures: Math.floor(
      within(stated.administrativeClaimsMeasures, MOST_CLAIMS_MEASURES) ?? 0,
    ),
    qualityImprovementPercent: within(stated.qualityImprovementPercent, HIGHEST_IMPROVEMENT) ?? 0,
  };
}

/** Whether anything is stated of the practice. */
export function isStated(practice: Practice): boolean {
  return JSON.stringify(practice) !== JSON.stringify(DEFAULT_PRACTICE);
}

function within(value: unknown, highest: number): number | null {
  return typeof value === 'number' && value >= 0 && value <= highest ? value : null;
}
