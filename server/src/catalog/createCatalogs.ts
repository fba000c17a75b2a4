import type {
  Catalogs,
  GuidMatch,
  MeasureStratum,
  PopulationGuids,
  PopulationMatch,
  QualityMeasure,
  YearCatalog,
} from './catalog.ts';
import { catalogYears } from './performanceYears.ts';
import { createYearCatalog } from './yearCatalog.ts';
import type { ReadYearFile } from './yearFiles.ts';

/**
 * All years' catalogues over a reader of `schemas/` (or of a newer checkout of CMS's data, see
 * `cmsData/checkout.ts`). Nothing is read before it is asked for; the searches by GUID read every year.
 */
export function createCatalogs(read: ReadYearFile, years: readonly number[] = catalogYears): Catalogs {
  const loaded = new Map<number, YearCatalog | undefined>();

  function year(performanceYear: number): YearCatalog | undefined {
    if (!years.includes(performanceYear)) return undefined;
    if (!loaded.has(performanceYear)) {
      loaded.set(performanceYear, createYearCatalog(performanceYear, read));
    }
    return loaded.get(performanceYear);
  }

  function newestFirst(): YearCatalog[] {
    return years
      .toReversed()
      .map(year)
      .filter((catalog) => catalog !== undefined);
  }

  return {
    years,
    year,
    findMeasureGuid: (guid) => findMeasureGuid(newestFirst(), guid),
    findPopulationGuid: (guid) => findPopulationGuid(newestFirst(), guid),
  };
}

function findMeasureGuid(catalogs: readonly YearCatalog[], guid: string): GuidMatch[] {
  const wanted = guid.toLowerCase();
  return catalogs.flatMap((catalog) => {
    const measure = catalog.byGuid.get(wanted);
    return measure ? [{ performanceYear: catalog.performanceYear, measure }] : [];
  });
}

function findPopulationGuid(catalogs: readonly YearCatalog[], guid: string): PopulationMatch[] {
  const wanted = guid.toUpperCase();
  return catalogs.flatMap((catalog) =>
    [...catalog.byGuid.values()].flatMap((measure) =>
      populationsOf(measure)
        .filter((population) => population.guid === wanted)
        .map(({ stratum, role }) => ({ performanceYear: catalog.performanceYear, measure, stratum, role })),
    ),
  );
}

const roles: readonly Exclude<keyof PopulationGuids, 'strata'>[] = [
  'initialPopulation',
  'denominator',
  'denominatorExclusion',
  'denominatorException',
  'numerator',
  'numeratorExclusion',
];

/** Every population GUID of an eCQM with its stratum and role. */
export function populationsOf(
  measure: QualityMeasure,
): { readonly guid: string; readonly stratum: MeasureStratum; readonly role: PopulationMatch['role'] }[] {
  return measure.strata.flatMap((stratum) => {
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
