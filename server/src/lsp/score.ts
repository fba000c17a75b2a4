import type { QppDocument } from '../document/document.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Origin } from '../scoring/breakdown.ts';
import { DEFAULT_OPTIONS } from '../scoring/options.ts';
import { scoreSubmissions } from '../scoring/score.ts';
import type { Range } from '../text/lineIndex.ts';
import type { ScoreResult } from './protocol.ts';

/** Scores one file for the panel: each row of the breakdown with its place in the text. */
export function score(document: QppDocument, { catalogs, policies }: Knowledge): ScoreResult | null {
  if (document.format === null) return null;
  const breakdown = scoreSubmissions([document.submission], DEFAULT_OPTIONS, catalogs, policies);
  const placeOf = ({ origin }: { readonly origin: Origin | null }): Range | null =>
    origin && document.lines.rangeOf(origin.span);
  return {
    breakdown,
    places: {
      quality: breakdown.quality.measures.map(placeOf),
      pi: breakdown.pi.measures.map(placeOf),
      ia: breakdown.ia.activities.map(placeOf),
    },
  };
}
