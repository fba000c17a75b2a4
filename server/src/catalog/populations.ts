import type { MeasureStratum, PopulationGuids, PopulationMatch } from './catalog.ts';

/** A population's GUID with its place in the measure. */
export interface NamedPopulation {
  readonly guid: string;
  readonly stratum: MeasureStratum;
  readonly role: PopulationMatch['role'];
}

const roles: readonly Exclude<keyof PopulationGuids, 'strata'>[] = [
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
    const named = roles.flatMap((role) => {
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
