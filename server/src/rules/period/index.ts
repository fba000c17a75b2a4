import type { Rule } from '../rule.ts';
import { periodDate } from './periodDate.ts';
import { periodLength } from './periodLength.ts';
import { periodOrder } from './periodOrder.ts';
import { periodYear } from './periodYear.ts';

/** The performance period: real dates, in order, within the year, long enough. */
export const periodRules: readonly Rule[] = [periodDate, periodYear, periodOrder, periodLength];
