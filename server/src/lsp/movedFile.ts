import type { QppDocument } from '../document/document.ts';
import type { Knowledge } from '../knowledge.ts';
import { applyEdits, offsetAfter } from '../text/edit.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { moveToYear } from '../yearMove/yearMove.ts';
import type { MovedFile } from './protocol.ts';

/** A document moved to another performance year; `null` for what is no submission, or a year without data. */
export function movedFile(document: QppDocument, year: number, knowledge: Knowledge): MovedFile | null {
  if (document.format === null) return null;
  const move = moveToYear(document, year, knowledge);
  if (!move) return null;
  const { from, to, edits } = move;
  const text = applyEdits(document.text, edits);
  const lines = createLineIndex(text);
  return {
    from,
    to,
    text,
    edits: edits.map(({ span, newText }) => ({ range: document.lines.rangeOf(span), newText })),
    leftovers: move.leftovers.map(({ span, message }) => ({
      range: lines.rangeOf({ start: offsetAfter(edits, span.start), end: offsetAfter(edits, span.end) }),
      message,
    })),
  };
}
