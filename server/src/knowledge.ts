import type { Catalogs } from './catalog/catalog.ts';
import { createCatalogs } from './catalog/createCatalogs.ts';
import { performanceYears } from './catalog/performanceYears.ts';
import type { ReadYearFile } from './catalog/yearFiles.ts';
import { createExplainer, type ExplainMessage, type MessageRecord } from './errorReports/knownMessages.ts';
import type { GuideTable } from './qrda3/guide/table.ts';
import type { GuideTables } from './qrda3/guide/tables.ts';
import { createGuideTables } from './qrda3/guide/tables.ts';
import type { CdaSchema } from './qrda3/schema/schema.ts';
import { createCdaSchema } from './qrda3/schema/schema.ts';
import type { CdaStructure } from './qrda3/schema/structure.ts';
import type { Policies } from './scoring/policies.ts';
import { createPolicies } from './scoring/policies.ts';

/** All that is data: what `schemas/` holds, by performance year, each file read when it is first needed. */
export interface Knowledge {
  readonly catalogs: Catalogs;
  readonly guides: GuideTables;
  readonly cdaSchema: CdaSchema;
  readonly policies: Policies;
  /** What CMS's own messages mean. */
  readonly explainMessage: ExplainMessage;
}

/** The files of `schemas/` that are the same for all years: `<name>.json`. */
export type ReadYearlessFile = (name: 'cda/structure' | 'rejectionMessages') => unknown;

/**
 * Both readers read from a folder, or give what was fetched beforehand in a browser.
 * @param read gives `schemas/<year>/<name>.json`
 * @param readYearless gives `schemas/<name>.json`
 */
export function createKnowledge(read: ReadYearFile, readYearless: ReadYearlessFile): Knowledge {
  return {
    catalogs: createCatalogs(read),
    guides: createGuideTables(performanceYears, (year) => read(year, 'qrda3') as GuideTable),
    cdaSchema: createCdaSchema(() => readYearless('cda/structure') as CdaStructure),
    policies: createPolicies(read),
    explainMessage: createExplainer(() => (readYearless('rejectionMessages') as MessageFile).messages),
  };
}

interface MessageFile {
  readonly messages: readonly MessageRecord[];
}
