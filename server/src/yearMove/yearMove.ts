import type { YearCatalog } from '../catalog/catalog.ts';
import type { QppJsonDocument, Qrda3Document } from '../document/document.ts';
import { ruleYear } from '../document/performanceYear.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { mended } from './mended.ts';
import { qppJsonEdits } from './qppJsonEdits.ts';
import { qrda3Edits } from './qrda3Edits.ts';

/** What could not be moved, or has to be looked at, with its place in the file as it was. */
export interface Leftover {
  readonly span: Span;
  /** A sentence: what stays, and why. */
  readonly message: string;
}

/** A file moved to another performance year. */
export interface YearMove {
  readonly from: number;
  readonly to: number;
  /** Ascending, without overlaps. */
  readonly edits: readonly Edit[];
  /** In the order of their places. */
  readonly leftovers: readonly Leftover[];
}

/** What moving one part of a file to another year comes to. */
export interface PartMove {
  readonly edits: readonly Edit[];
  readonly leftovers: readonly Leftover[];
}

/** From where to where. */
export interface Move {
  readonly from: YearCatalog;
  readonly to: YearCatalog;
  /** How many years the dates move. */
  readonly years: number;
  readonly knowledge: Knowledge;
}

export type SubmissionDocument = Qrda3Document | QppJsonDocument;

/**
 * Rewrites what names the performance year: template versions and what the year's guide asks of them, GUIDs of measures
 * and populations by eCQM, ids that have a new name, periods. Nothing is invented: what has no successor stays and is
 * told with its place, as is everything the rules of the new year find that those of the old did not.
 * @returns `null` for a year there is no data for
 */
export function moveToYear(
  document: SubmissionDocument,
  year: number,
  knowledge: Knowledge,
): YearMove | null {
  const { catalogs } = knowledge;
  const fromYear = ruleYear(document.performanceYear, null, catalogs);
  const from = catalogs.year(fromYear);
  const to = catalogs.year(year);
  if (!from || !to) return null;
  const move: Move = { from, to, years: year - (document.performanceYear ?? year), knowledge };
  const part = document.format === 'qrda3' ? qrda3Edits(document, move) : qppJsonEdits(document, move);
  const whole = mended(document, part, move);
  return {
    from: fromYear,
    to: year,
    edits: whole.edits,
    leftovers: whole.leftovers.toSorted((a, b) => a.span.start - b.span.start),
  };
}
