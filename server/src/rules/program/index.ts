import type { Rule } from '../rule.ts';
import { mvpIgnored } from './mvpIgnored.ts';
import { piOfApmEntity } from './piOfApmEntity.ts';
import { programEntityMismatch } from './programEntityMismatch.ts';
import { programOfYear } from './programOfYear.ts';

/** To which program the file is reported. */
export const programRules: readonly Rule[] = [
  programEntityMismatch,
  programOfYear,
  mvpIgnored,
  piOfApmEntity,
];
