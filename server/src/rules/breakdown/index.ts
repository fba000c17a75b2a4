import type { Rule } from '../rule.ts';
import { reportingStratumMissing } from './reportingStratumMissing.ts';
import { stratumExceedsPopulation } from './stratumExceedsPopulation.ts';
import { supplementalCode } from './supplementalCode.ts';
import { supplementalSum } from './supplementalSum.ts';

/** Counts broken down by reporting strata and by supplemental data. */
export const breakdownRules: readonly Rule[] = [
  supplementalCode,
  supplementalSum,
  stratumExceedsPopulation,
  reportingStratumMissing,
];
