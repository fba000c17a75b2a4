import type { Catalogs } from './catalog/catalog.ts';
import { createCatalogs } from './catalog/createCatalogs.ts';
import { performanceYears } from './catalog/performanceYears.ts';
import type { ReadYearFile } from './catalog/yearFiles.ts';
import type { GuideTable } from './qrda3/guide/table.ts';
import type { GuideTables } from './qrda3/guide/tables.ts';
import { createGuideTables } from './qrda3/guide/tables.ts';
import type { Policies } from './scoring/policies.ts';
import { createPolicies } from './scoring/policies.ts';

/** All that is data: what `schemas/` holds, by performance year, each file read when it is first needed. */
export interface Knowledge {
  readonly catalogs: Catalogs;
  readonly guides: GuideTables;
  readonly policies: Policies;
}

/** @param read gives `schemas/<year>/<name>.json`: from a folder, or fetched beforehand in a browser */
export function createKnowledge(read: ReadYearFile): Knowledge {
  return {
    catalogs: createCatalogs(read),
    guides: createGuideTables(performanceYears, (year) => read(year, 'qrda3') as GuideTable),
    policies: createPolicies(read),
  };
}
