import type { Catalogs, Measure, MeasureStratum, YearCatalog } from '../catalog/catalog.ts';
import { type PopulationRole, populationsOf } from '../catalog/populations.ts';
import { strataOf } from '../qrda3/decode/measureLookup.ts';
import { roleOfCode } from '../qrda3/populationCodes.ts';
import type { Measurement } from '../submission/submission.ts';

/** The measure a measurement means, and in which year's data it stands. */
export interface MeantMeasure {
  readonly measure: Measure;
  /** `null`: the file's own year. */
  readonly otherYear: number | null;
}

/** `236 · CMS165v13 · Controlling High Blood Pressure`; a measure without eCQM has its id and title. */
export function measureName(measure: Measure): string {
  const ecqm = measure.category === 'quality' || measure.category === 'cost' ? measure.eMeasureId : null;
  return [measure.measureId, ecqm, measure.title].filter(Boolean).join(' · ');
}

/** Finds it by the id in the year's data, else by the GUID in that of the newest year that has it. */
export function meantMeasure(
  { measureId, guid }: Measurement,
  catalog: YearCatalog,
  catalogs: Catalogs,
): MeantMeasure | null {
  const own = measureId === null ? undefined : catalog.measures.get(measureId.value);
  if (own) return { measure: own, otherYear: null };
  const [found] = guid === null ? [] : catalogs.findMeasureGuid(guid.value);
  return found ? { measure: found.measure, otherYear: found.performanceYear } : null;
}

const POPULATION_NAMES: Readonly<Record<PopulationRole, string>> = {
  initialPopulation: 'Initial population',
  denominator: 'Denominator',
  denominatorExclusion: 'Denominator exclusion',
  denominatorException: 'Denominator exception',
  numerator: 'Numerator',
  numeratorExclusion: 'Numerator exclusion',
};

/** What a population code counts, in words; a code that is none of CMS's stays as written. */
export function populationName(code: string): string {
  const role = roleOfCode(code);
  return role === undefined ? code : POPULATION_NAMES[role];
}

/** What a GUID of a measure stands for in the year's data: `Numerator · rate 2`; `null` when it is none of its. */
export function guidName(guid: string, measure: Measure): string | null {
  const wanted = guid.toUpperCase();
  const found = populationsOf(strataOf(measure)).find((population) => population.guid === wanted);
  if (!found) return null;
  const { role, stratum } = found;
  const name =
    role === 'reportingStratum'
      ? `Reporting stratum ${(stratum.populations?.strata.indexOf(wanted) ?? 0) + 1}`
      : POPULATION_NAMES[role];
  return [name, rateName(stratum, measure)].filter(Boolean).join(' · ');
}

/** Which of a measure's performance rates a population's GUID belongs to; `null` where there is only one, or none known. */
export function rateNameOf(guid: string | undefined, measure: Measure | undefined): string | null {
  if (guid === undefined || measure === undefined) return null;
  const wanted = guid.toUpperCase();
  const found = populationsOf(strataOf(measure)).find((population) => population.guid === wanted);
  return found ? rateName(found.stratum, measure) : null;
}

function rateName(stratum: MeasureStratum, measure: Measure): string | null {
  const strata = strataOf(measure);
  if (strata.length < 2) return null;
  return stratum.name ?? `rate ${strata.indexOf(stratum) + 1}`;
}
