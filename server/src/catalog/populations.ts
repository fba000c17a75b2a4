import type { MeasureStratum, PopulationGuids, PopulationMatch } from './catalog.ts';

/** A population of an eCQM, by the field that holds its GUID. */
export type PopulationRole = Exclude<keyof PopulationGuids, 'strata'>;

/** A population's GUID with its place in the measure. */
export interface NamedPopulation {
  readonly guid: string;
  readonly stratum: MeasureStratum;
  readonly role: PopulationMatch['role'];
}

/** In the order in which a specification lists them. */
export const POPULATION_ROLES: readonly PopulationRole[] = [
  'initialPopulation',
  'denominator',
  'denominatorExclusion',
  'denominatorException',
  'numerator',
  'numeratorExclusion',
];

/** Every population GUID of a measure's strata, with its stratum and role. */
export function populationsOf(strata: readonly MeasureStratum[]): NamedPopulation[] {
  return strata.flatMap((stratum) => {
    const { populations } = stratum;
    if (populations === null) return [];
    const named = POPULATION_ROLES.flatMap((role) => {
      const guid = populations[role];
      return guid === null ? [] : [{ guid, stratum, role }];
    });
    const reporting = populations.strata.map((guid) => ({
      guid,
      stratum,
      role: 'reportingStratum' as const,
    }));
    return [...named, ...reporting];
  });
}
