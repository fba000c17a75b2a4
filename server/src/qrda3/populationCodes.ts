import type { PopulationRole } from '../catalog/populations.ts';

/** The population codes of QRDA III (PopulationInclusionObservationType) and what each counts. */
const ROLE_BY_CODE: Readonly<Record<string, PopulationRole>> = {
  IPOP: 'initialPopulation',
  // The spelling of earlier years; CMS's converter takes both.
  IPP: 'initialPopulation',
  DENOM: 'denominator',
  DENEX: 'denominatorExclusion',
  DENEXCEP: 'denominatorException',
  NUMER: 'numerator',
  NUMEX: 'numeratorExclusion',
};

const CODE_BY_ROLE: Readonly<Record<PopulationRole, string>> = {
  initialPopulation: 'IPOP',
  denominator: 'DENOM',
  denominatorExclusion: 'DENEX',
  denominatorException: 'DENEXCEP',
  numerator: 'NUMER',
  numeratorExclusion: 'NUMEX',
};

/** What a population code counts; `undefined` when it is none. Case matters. */
export function roleOfCode(code: string): PopulationRole | undefined {
  return Object.hasOwn(ROLE_BY_CODE, code) ? ROLE_BY_CODE[code] : undefined;
}

/** The code the guide writes for a population. */
export function codeOfRole(role: PopulationRole): string {
  return CODE_BY_ROLE[role];
}
