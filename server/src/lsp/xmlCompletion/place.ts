import type { YearCatalog } from '../../catalog/catalog.ts';
import type { Qrda3Document } from '../../document/document.ts';
import type { Asked } from '../../qrda3/guide/roles.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import type { GuideTables } from '../../qrda3/guide/tables.ts';
import type { CdaSchema } from '../../qrda3/schema/schema.ts';
import type { ElementContext } from '../../qrda3/skeleton/element.ts';
import { createGaps } from '../../text/snippet.ts';
import type { XmlElement } from '../../xml/tree.ts';

/** What is known where something is to be written. */
export interface WritingPlace {
  readonly document: Qrda3Document;
  readonly catalog: YearCatalog;
  readonly table: GuideTable;
  readonly asked: Asked;
  readonly schema: CdaSchema;
  /** The program that the file's measures are for, as QPP JSON names it. */
  readonly program: string | null;
}

/** `null` for a year without a guide. */
export function writingPlace(
  document: Qrda3Document,
  catalog: YearCatalog,
  { guides, cdaSchema }: { readonly guides: GuideTables; readonly cdaSchema: CdaSchema },
): WritingPlace | null {
  const guide = guides.guide(catalog.performanceYear);
  if (!guide) return null;
  const { measurementSets } = document.submission;
  return {
    document,
    catalog,
    table: guide.table,
    asked: { document: document.xml, guide: guide.compiled() },
    schema: cdaSchema,
    program: measurementSets.flatMap(({ programName }) => programName?.value ?? [])[0] ?? null,
  };
}

/** What a new skeleton is written with. */
export function skeletonContext({ table, asked, schema }: WritingPlace): ElementContext {
  return { table, asked, schema, gaps: createGaps(), newId: () => crypto.randomUUID() };
}

/** `cda:` where the elements around have a prefix. */
export function prefixAt(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length);
}
