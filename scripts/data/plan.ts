import { catalogYears, performanceYears } from '../../server/src/catalog/performanceYears.ts';
import type { CatalogFileName } from '../../server/src/catalog/yearFiles.ts';

/** A file of `schemas/` that is built from CMS's data. */
export interface PlannedFile {
  readonly performanceYear: number;
  readonly name: CatalogFileName;
}

/**
 * What the build writes: measures and GUIDs of every year, since a GUID may belong to any; the rest for the
 * years that are scored. MVPs begin in 2023.
 */
export const plannedFiles: readonly PlannedFile[] = catalogYears.flatMap((performanceYear) => {
  const isScored = performanceYears.includes(performanceYear);
  const names: CatalogFileName[] = ['measures', 'guids'];
  if (isScored) names.push('benchmarks', 'clinicalClusters');
  if (isScored && performanceYear >= 2023) names.push('mvps');
  return names.map((name) => ({ performanceYear, name }));
});
