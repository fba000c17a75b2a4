import type { Rule } from '../rule.ts';
import { activityIdMissing } from './activityIdMissing.ts';
import { activityNotPerformed } from './activityNotPerformed.ts';

/** Improvement activities. */
export const improvementActivityRules: readonly Rule[] = [activityIdMissing, activityNotPerformed];
