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

  const populations = once(() => indexPopulations(newestFirst()));

  return {
    years,
    year,
    findMeasureGuid: (guid) => findMeasureGuid(newestFirst(), guid),
    findPopulationGuid: (guid) => populations().get(guid.toUpperCase()) ?? [],
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function findMeasureGuid(catalogs: readonly YearCatalog[], guid: string): GuidMatch[] {
  const wanted = guid.toLowerCase();
  return catalogs.flatMap((catalog) => {
    const measure = catalog.byGuid.get(wanted);
    return measure ? [{ performanceYear: catalog.performanceYear, measure }] : [];
  });
}

/** A file can name hundreds of populations that are not its measures', so a search through the years is done once for all. */
function indexPopulations(catalogs: readonly YearCatalog[]): ReadonlyMap<string, readonly PopulationMatch[]> {
  const index = new Map<string, PopulationMatch[]>();
  for (const { performanceYear, byGuid } of catalogs) {
    for (const measure of byGuid.values()) {
      for (const { guid, stratum, role } of populationsOf(measure)) {
        const matches = index.get(guid);
        const match = { performanceYear, measure, stratum, role };
        if (matches) matches.push(match);
        else index.set(guid, [match]);
      }
    }
  }
  return index;
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
