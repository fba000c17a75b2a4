import type { Catalogs, YearCatalog } from './catalog.ts';
import { createGuidSearch } from './guidSearch.ts';
import { catalogYears } from './performanceYears.ts';
import { createYearCatalog } from './yearCatalog.ts';
import type { ReadYearFile } from './yearFiles.ts';

/**
 * All years' catalogues over a reader of `schemas/` (or of a newer checkout of CMS's data, see
 * `cmsData/checkout.ts`). Nothing is read before it is asked for.
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

  const search = createGuidSearch(read, years, year);
  return {
    years,
    year,
    findMeasureGuid: search.measure,
    findPopulationGuid: search.population,
  };
}
