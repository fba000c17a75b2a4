import type { MeasureStratum, PopulationGuids, QualityMeasure } from '../../catalog/catalog.ts';

/** A population of an eCQM, by the field of the catalogue that holds its GUID. */
export type PopulationRole = Exclude<keyof PopulationGuids, 'strata'>;

/** The population codes of QRDA III (ObservationPopulationInclusion) and what each counts. */
const ROLE_BY_CODE: Readonly<Record<string, PopulationRole>> = {
  IPOP: 'initialPopulation',
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

export const POPULATION_ROLES = Object.keys(CODE_BY_ROLE) as readonly PopulationRole[];

export function roleOfCode(code: string): PopulationRole | undefined {
  return Object.hasOwn(ROLE_BY_CODE, code) ? ROLE_BY_CODE[code] : undefined;
}

export function codeOfRole(role: PopulationRole): string {
  return CODE_BY_ROLE[role];
}

/** A population's place in a measure. */
export interface PopulationPlace {
  readonly stratum: MeasureStratum;
  readonly stratumIndex: number;
  readonly role: PopulationRole;
}

/** Where a GUID stands among a measure's populations; upper and lower case are the same. */
export function findPopulation(measure: QualityMeasure, guid: string): PopulationPlace | undefined {
  const wanted = guid.toUpperCase();
  for (const [stratumIndex, stratum] of measure.strata.entries()) {
    const role = POPULATION_ROLES.find((candidate) => stratum.populations?.[candidate] === wanted);
    if (role) return { stratum, stratumIndex, role };
  }
  return undefined;
}

/** The GUID that plays in `to` the part that `guid` plays in `from`: same stratum, same population (or same reporting stratum). */
export function counterpart(guid: string, from: QualityMeasure, to: QualityMeasure): string | undefined {
  const wanted = guid.toUpperCase();
  for (const [index, stratum] of from.strata.entries()) {
    const target = counterpartStratum(stratum, index, from, to);
    const role = POPULATION_ROLES.find((candidate) => stratum.populations?.[candidate] === wanted);
    if (role) return target?.populations?.[role] ?? undefined;
    const reporting = stratum.populations?.strata.indexOf(wanted) ?? -1;
    if (reporting !== -1) return target?.populations?.strata[reporting];
  }
  return undefined;
}

/** By name where both years name their strata, by order where the measure has as many as before. */
function counterpartStratum(
  stratum: MeasureStratum,
  index: number,
  from: QualityMeasure,
  to: QualityMeasure,
): MeasureStratum | undefined {
  const byName = stratum.name === null ? undefined : to.strata.find(({ name }) => name === stratum.name);
  return byName ?? (from.strata.length === to.strata.length ? to.strata[index] : undefined);
}
