import type { Submission } from '../../submission/submission.ts';

/** How a count is called in the format of the file. */
export function countName(field: CountField, { format }: Submission): string {
  return format === 'qrda3' ? QRDA_NAMES[field] : field;
}

/** The counts of a stratum. */
export type CountField =
  | 'performanceMet'
  | 'performanceNotMet'
  | 'eligiblePopulation'
  | 'eligiblePopulationExclusion'
  | 'eligiblePopulationException'
  | 'numeratorExclusion';

const QRDA_NAMES: Readonly<Record<CountField, string>> = {
  performanceMet: 'NUMER',
  performanceNotMet: 'performance not met (DENOM - DENEX - DENEXCEP - NUMER)',
  eligiblePopulation: 'DENOM',
  eligiblePopulationExclusion: 'DENEX',
  eligiblePopulationException: 'DENEXCEP',
  numeratorExclusion: 'NUMEX',
};

/** Whether a number can count patients; what cannot is told as that, and compared with nothing. */
export function isCount(value: number): boolean {
  return value >= 0 && Number.isSafeInteger(value);
}

/** All counts of a stratum. */
export const COUNT_FIELDS = Object.keys(QRDA_NAMES) as readonly CountField[];
