import { detached } from '../text/detached.ts';
import type { GuidMatch, PopulationMatch, YearCatalog } from './catalog.ts';
import { populationsOf } from './populations.ts';
import type { GuidRecord, GuidsFile, ReadYearFile } from './yearFiles.ts';

/** Looks GUIDs up in all years by their index files; only a year with a match has its measures read. */
export interface GuidSearch {
  measure(guid: string): readonly GuidMatch[];
  population(guid: string): readonly PopulationMatch[];
}

/** `years` ascending; matches come newest first. */
export function createGuidSearch(
  read: ReadYearFile,
  years: readonly number[],
  catalogOf: (performanceYear: number) => YearCatalog | undefined,
): GuidSearch {
  const loaded = new Map<number, readonly GuidRecord[]>();
  /** Answers given: the same strange GUIDs are looked up in every version of a file. */
  const populations = new Map<string, readonly PopulationMatch[]>();

  function records(performanceYear: number): readonly GuidRecord[] {
    const known = loaded.get(performanceYear);
    if (known) return known;
    const file = read(performanceYear, 'guids') as GuidsFile | undefined;
    const found = file?.measures ?? [];
    loaded.set(performanceYear, found);
    return found;
  }

  function matches(isMatch: (record: GuidRecord) => boolean): GuidMatch[] {
    return years.toReversed().flatMap((performanceYear) =>
      records(performanceYear)
        .filter(isMatch)
        .flatMap(({ guid }) => {
          const measure = catalogOf(performanceYear)?.byGuid.get(guid);
          return measure ? [{ performanceYear, measure }] : [];
        }),
    );
  }

  return {
    measure(guid) {
      const wanted = guid.toLowerCase();
      return matches((record) => record.guid === wanted);
    },
    population(guid) {
      const wanted = guid.toUpperCase();
      const known = populations.get(wanted);
      if (known) return known;
      const found = matches((record) => record.populations.includes(wanted)).flatMap((match) =>
        populationsOf(match.measure.strata)
          .filter((population) => population.guid === wanted)
          .map(({ stratum, role }) => ({ ...match, stratum, role })),
      );
      populations.set(detached(wanted), found);
      return found;
    },
  };
}
