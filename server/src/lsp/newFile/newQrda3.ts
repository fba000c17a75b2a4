import type { YearCatalog } from '../../catalog/catalog.ts';
import { performanceYears } from '../../catalog/performanceYears.ts';
import { typedInNewXml } from '../../document/detectFormat.ts';
import type { Knowledge } from '../../knowledge.ts';
import { type DocumentProgram, document } from '../../qrda3/skeleton/document.ts';
import { exampleMeasures } from '../../qrda3/skeleton/exampleMeasures.ts';
import { measureTag } from '../../qrda3/skeleton/measure.ts';
import { section } from '../../qrda3/skeleton/section.ts';
import { writeTag } from '../../qrda3/skeleton/tag.ts';
import { createGaps, inReadingOrder } from '../../text/snippet.ts';
import { type Proposal, type Proposals, sortKey } from '../proposal.ts';

/** Whole QRDA III documents by year for a file in which nothing stands yet, the newest year first. */
export function newQrda3Proposals(text: string, offset: number, { catalogs, guides }: Knowledge): Proposals {
  const typed = text.slice(offset).trim() === '' ? typedInNewXml(text.slice(0, offset)) : null;
  if (typed === null) return { proposals: [], isCut: false };
  const hasDeclaration = text.includes('<?xml');
  const span = { start: offset - typed.length, end: offset };
  const proposals = performanceYears.toReversed().flatMap((year) => {
    const catalog = catalogs.year(year);
    const table = guides.guide(year)?.table;
    if (!catalog || !table) return [];
    return (['MIPS_GROUP', 'MIPS_INDIV'] as const).map((program): Proposal => {
      const label = `QRDA III document of ${year} · ${program}`;
      const context = { table, gaps: createGaps(), newId: () => crypto.randomUUID() };
      const body = sections(catalog).map(({ category, measures }) =>
        section(
          context,
          category,
          measures.flatMap((measure) => measureTag(measure, context) ?? []),
        ),
      );
      const written = inReadingOrder(writeTag(document(context, program, body)));
      return {
        label,
        kind: 'snippet',
        detail: detailOf(catalog, program),
        snippet: `${hasDeclaration ? '' : '<?xml version="1.0" encoding="UTF-8"?>\n'}${written}\n`,
        span,
        filterText: `${typed.startsWith('<') ? '<' : ''}ClinicalDocument ${label}`,
        sortText: '',
      };
    });
  });
  return {
    proposals: proposals.map((proposal, order) => ({ ...proposal, sortText: sortKey(order) })),
    isCut: false,
  };
}

function sections(catalog: YearCatalog) {
  return (['quality', 'ia'] as const)
    .map((category) => ({ category, measures: exampleMeasures(category, catalog, 'mips') }))
    .filter(({ measures }) => measures.length > 0);
}

function detailOf(catalog: YearCatalog, program: DocumentProgram): string {
  const who = program === 'MIPS_GROUP' ? 'a practice' : 'one clinician';
  const what = catalog.hasGuids
    ? 'a measure and an activity'
    : 'an activity; eCQM GUIDs are not published yet';
  return `for ${who}, with ${what}`;
}
