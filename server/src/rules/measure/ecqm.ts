import type { MeasureStratum, QualityMeasure } from '../../catalog/catalog.ts';
import type { PopulationRole } from '../../catalog/populations.ts';
import { POPULATION_ROLES } from '../../catalog/populations.ts';

/** A population's place in a measure. */
interface PopulationPlace {
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
