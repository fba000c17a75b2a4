import type { Catalogs, YearCatalog } from '../../catalog/catalog.ts';
import type { QppDocument } from '../../document/document.ts';
import type { Knowledge } from '../../knowledge.ts';
import { confHover } from '../../qrda3/confHover.ts';
import { guideHover } from '../../qrda3/guideHover.ts';
import type { Submission } from '../../submission/submission.ts';
import type { Span } from '../../text/span.ts';
import { quotedWordAt } from '../quotedWord.ts';
import { jsonHover } from './jsonHover.ts';
import { measureCard } from './measureCard.ts';
import { populationCard } from './populationCard.ts';
import { rateHover } from './rateHover.ts';

/** Markdown about the value under the cursor, and the value's place. */
export interface HoverCard {
  readonly markdown: string;
  readonly span: Span;
}

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * Explains what stands at an offset: the card of a measure's GUID or id or of a population's GUID, in a QRDA III file
 * the rate that the counts give, what the guide wants there and what a conformance number in a comment stands for, in QPP JSON what a key means and what CMS works out from the counts.
 */
export function hover(
  document: QppDocument,
  offset: number,
  catalog: YearCatalog,
  { catalogs, guides }: Pick<Knowledge, 'catalogs' | 'guides'>,
): HoverCard | null {
  if (document.format === null) return null;
  const card = valueCard(document, offset, catalog, catalogs);
  if (document.format === 'qpp-json') return joined([card, jsonHover(document, offset, catalog)]);
  const place = guideHover(document.xml, offset, catalog.performanceYear, guides);
  const rate = rateHover(document, offset, catalog);
  const span = card?.span ?? place?.span;
  const rated = rate !== null && span ? { markdown: rate, span } : null;
  return joined([card, rated, place ?? confHover(document.xml, offset, catalog.performanceYear, guides)]);
}

/** The parts of a card, the most particular first, whose place it has. */
function joined(parts: readonly (HoverCard | null)[]): HoverCard | null {
  const cards = parts.filter((part) => part !== null);
  const [first] = cards;
  return first
    ? { span: first.span, markdown: cards.map(({ markdown }) => markdown).join('\n\n---\n\n') }
    : null;
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
    : (idCard(submission, word.span, catalog, catalogs) ?? mvpCard(word.value, catalog));
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

/** What an MVP id stands for; every other word is none. */
function mvpCard(word: string, { mvps, performanceYear }: YearCatalog): string | null {
  const mvp = mvps.get(word);
  if (!mvp) return null;
  const { mvpId, title, qualityMeasureIds, activityIds } = mvp;
  return [
    `**${mvpId}**  `,
    `${title}  `,
    `MIPS Value Pathway with ${qualityMeasureIds.length} quality measures and ${activityIds.length} activities  `,
    `Performance year ${performanceYear}`,
  ].join('\n');
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
