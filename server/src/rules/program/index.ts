import type { Rule } from '../rule.ts';
import { mvpIgnored } from './mvpIgnored.ts';
import { piOfApmEntity } from './piOfApmEntity.ts';
import { programEntityMismatch } from './programEntityMismatch.ts';
import { programMeasureMissing } from './programMeasureMissing.ts';
import { programOfYear } from './programOfYear.ts';

/** To which program the file is reported. */
export const programRules: readonly Rule[] = [
  programEntityMismatch,
  programOfYear,
  programMeasureMissing,
  mvpIgnored,
  piOfApmEntity,
];
