import type { Stratum, Submission } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';

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

/** The counts of a stratum that are there, with their fields. */
export function countsOf(stratum: Stratum): readonly (readonly [CountField, Sourced<number>])[] {
  return (Object.keys(QRDA_NAMES) as CountField[]).flatMap((field) => {
    const count = stratum[field];
    return count === null ? [] : [[field, count] as const];
  });
}
