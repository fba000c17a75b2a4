import { fixedValue } from './fixedValue.ts';
import type { GuideRule } from './guideRule.ts';
import { guideYear } from './guideYear.ts';
import { nullFlavor } from './nullFlavor.ts';
import { overlooked } from './overlooked.ts';
import { program } from './program.ts';
import { repeatedElement } from './repeatedElement.ts';
import { requiredAttribute } from './requiredAttribute.ts';
import { requiredElement } from './requiredElement.ts';
import { templateVersion } from './templateVersion.ts';
import { timeZone } from './timeZone.ts';
import { unexpectedElement } from './unexpectedElement.ts';
import { valueFormat } from './valueFormat.ts';
import { valueSet } from './valueSet.ts';

/** The layer `guide`: what CMS's QRDA III implementation guide asks of a file. */
export const guideRules: readonly GuideRule[] = [
  guideYear,
  requiredElement,
  repeatedElement,
  unexpectedElement,
  requiredAttribute,
  fixedValue,
  valueSet,
  valueFormat,
  nullFlavor,
  templateVersion,
  timeZone,
  program,
  overlooked,
];
