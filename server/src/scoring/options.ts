import { DEFAULT_PRACTICE, type Practice } from './practice.ts';
import type { WhatIf } from './whatIf.ts';

/** How files are scored: what they do not say about the participant, and what is to be taken instead of what they say. */
export interface ScoreOptions extends Practice {
  /** Scores by this year's rules, whatever the files say; `null`: the year of the first file. */
  readonly performanceYear: number | null;
  /** QPP JSON's program name; `null`: the first program of the files that has quality data. */
  readonly programName: string | null;
  readonly whatIf: readonly WhatIf[];
}

/** Nothing is known but the files. */
export const DEFAULT_OPTIONS: ScoreOptions = {
  ...DEFAULT_PRACTICE,
  performanceYear: null,
  programName: null,
  whatIf: [],
};
