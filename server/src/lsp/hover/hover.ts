import type { Catalogs, YearCatalog } from '../../catalog/catalog.ts';
import type { QppDocument } from '../../document/document.ts';
import type { Knowledge } from '../../knowledge.ts';
import { guideHover } from '../../qrda3/guideHover.ts';
import type { Submission } from '../../submission/submission.ts';
import type { Span } from '../../text/span.ts';
import { quotedWordAt } from '../quotedWord.ts';
import { jsonHover } from './jsonHover.ts';
import { measureCard } from './measureCard.ts';
import { populationCard } from './populationCard.ts';

/** Markdown about the value under the cursor, and the value's place. */
export interface HoverCard {
  readonly markdown: string;
  readonly span: Span;
}

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * Explains what stands at an offset: the card of a measure's GUID or id or of a population's GUID, in a QRDA III file
 * what the guide wants there, in QPP JSON what a key means and what CMS works out from the counts.
 */
export function hover(
  document: QppDocument,
  offset: number,
  catalog: YearCatalog,
  { catalogs, guides }: Pick<Knowledge, 'catalogs' | 'guides'>,
): HoverCard | null {
  if (document.format === null) return null;
  const card = valueCard(document, offset, catalog, catalogs);
  const place =
    document.format === 'qrda3'
      ? guideHover(document.xml, offset, catalog.performanceYear, guides)
      : jsonHover(document, offset, catalog);
  if (!card || !place) return card ?? place;
  return { markdown: `${card.markdown}\n\n---\n\n${place.markdown}`, span: card.span };
}

function valueCard(
  { text, submission }: Exclude<QppDocument, { format: null }>,
  offset: number,
  catalog: YearCatalog,
  catalogs: Catalogs,
): HoverCard | null {
  const word = quotedWordAt(text, offset);
  if (!word) return null;
  const markdown = GUID.test(word.value)
    ? guidCard(word.value, catalog, catalogs)
    : idCard(submission, word.span, catalog, catalogs);
  return markdown === null ? null : { markdown, span: word.span };
}

function guidCard(guid: string, catalog: YearCatalog, catalogs: Catalogs): string | null {
  const own = catalog.byGuid.get(guid.toLowerCase());
  if (own) return measureCard(own, catalog);
  const [measure] = catalogs.findMeasureGuid(guid);
  const year = measure && catalogs.year(measure.performanceYear);
  if (measure && year)
    return `${measureCard(measure.measure, year)}\n\n_Not a GUID of ${catalog.performanceYear}._`;
  const populations = catalogs.findPopulationGuid(guid);
  const population =
    populations.find(({ performanceYear }) => performanceYear === catalog.performanceYear) ?? populations[0];
  return population ? populationCard(population) : null;
}

/** A plain id such as `236` is a measure only where the file reports one. */
function idCard(submission: Submission, span: Span, catalog: YearCatalog, catalogs: Catalogs): string | null {
  for (const { measurements } of submission.measurementSets) {
    for (const { measureId } of measurements) {
      if (!measureId || measureId.span.start > span.start || measureId.span.end < span.end) continue;
      return idCardInYears(measureId.value, catalog, catalogs);
    }
  }
  return null;
}

function idCardInYears(measureId: string, catalog: YearCatalog, catalogs: Catalogs): string | null {
  const own = catalog.measures.get(measureId);
  if (own) return measureCard(own, catalog);
  for (const year of catalogs.years.toReversed()) {
    const other = catalogs.year(year);
    const measure = other?.measures.get(measureId);
    if (other && measure)
      return `${measureCard(measure, other)}\n\n_Not a measure of ${catalog.performanceYear}._`;
  }
  return null;
}
