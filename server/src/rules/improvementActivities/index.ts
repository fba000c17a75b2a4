import type { Rule } from '../rule.ts';
import { activityNotPerformed } from './activityNotPerformed.ts';

/** Improvement activities. */
export const improvementActivityRules: readonly Rule[] = [activityNotPerformed];
