import type { QppDocument } from '../../document/document.ts';
import type { Origin, ScoreBreakdown } from '../../scoring/breakdown.ts';
import type { Span } from '../../text/span.ts';
import { extentOf } from '../extent.ts';
import type { ScorePlace, ScorePlaces } from '../protocol.ts';

/** Where a submission that was scored came from: its document, and which of the files asked for that is. */
export interface Scored {
  readonly file: number;
  readonly document: QppDocument;
}

/** Each row of the breakdown with its place in the files. A row that only a what-if made has none. */
export function placesOf({ quality, pi, ia }: ScoreBreakdown, scored: readonly Scored[]): ScorePlaces {
  const placeOf = ({ origin }: { readonly origin: Origin | null }): ScorePlace | null => {
    const from = origin && scored[origin.submission];
    // A place of no length is that of a measure added by a what-if.
    return from && origin.span.end > origin.span.start ? placeIn(from, origin.span) : null;
  };
  return {
    quality: quality.measures.map(placeOf),
    pi: pi.measures.map(placeOf),
    ia: ia.activities.map(placeOf),
  };
}

function placeIn({ file, document }: Scored, span: Span): ScorePlace {
  const { lines } = document;
  return { file, range: lines.rangeOf(span), extent: lines.rangeOf(extentOf(document, span.start) ?? span) };
}
