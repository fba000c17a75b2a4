import type { Rule } from '../../rule.ts';
import { baseTemplate } from './baseTemplate.ts';
import { populationCode } from './populationCode.ts';
import { reportingParametersEntry } from './reportingParametersEntry.ts';

/** What the guide says in words, and its published Schematron does not check. */
export const beyondSchematronRules: readonly Rule[] = [
  populationCode,
  baseTemplate,
  reportingParametersEntry,
];
