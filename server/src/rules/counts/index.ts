import type { Rule } from '../rule.ts';
import { countForm } from './countForm.ts';
import { countsExceedPopulation } from './countsExceedPopulation.ts';
import { initialPopulationExceeded } from './initialPopulationExceeded.ts';
import { performanceRateMismatch } from './performanceRateMismatch.ts';
import { populationMissing } from './populationMissing.ts';

/** Counts and rates of quality measures: their form, and how they go together. */
export const countRules: readonly Rule[] = [
  countForm,
  countsExceedPopulation,
  initialPopulationExceeded,
  populationMissing,
  performanceRateMismatch,
];
