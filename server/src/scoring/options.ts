import type { Category } from './breakdown.ts';
import type { WhatIf } from './whatIf.ts';

/** What a file does not say about its participant, stated by the user. */
export interface ScoreOptions {
  /** Scores by this year's rules, whatever the files say; `null`: the year of the first file. */
  readonly performanceYear: number | null;
  /** QPP JSON's program name; `null`: the first program of the files that has quality data. */
  readonly programName: string | null;
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
  readonly whatIf: readonly WhatIf[];
}

/** Nothing is known but the files. */
export const DEFAULT_OPTIONS: ScoreOptions = {
  performanceYear: null,
  programName: null,
  smallPractice: false,
  specialStatus: false,
  apmParticipant: false,
  extremeCircumstances: false,
  reweighted: [],
  costPercent: null,
  administrativeClaimsMeasures: 0,
  qualityImprovementPercent: 0,
  whatIf: [],
};
