import type { Edit } from './edit.ts';
import type { Span } from './span.ts';

/** A stretch of a text in the making: taken from the old text, or new. */
type Piece = { readonly span: Span } | { readonly newText: string };

/**
 * One list of edits that does what two do one after the other.
 * @param length of the text that `first` applies to
 * @param first ascending, without overlaps
 * @param second ascending, without overlaps, for the text that `first` makes
 */
export function composeEdits(length: number, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const queue = piecesOf(length, first);
  const result: Piece[] = [];
  let at = 0;
  const pass = (to: number, keep: boolean): void => {
    while (at < to) {
      const piece = queue.pop();
      if (!piece) return;
      const [head, rest] = splitAt(piece, to - at);
      if (rest) queue.push(rest);
      if (keep) result.push(head);
      at += lengthOf(head);
    }
  };
  for (const { span, newText } of second) {
    pass(span.start, true);
    result.push({ newText });
    pass(span.end, false);
  }
  pass(Number.POSITIVE_INFINITY, true);
  return editsOf(length, result);
}

/** The first piece comes last: it is taken off the end. */
function piecesOf(length: number, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { span, newText } of edits) {
    pieces.push({ span: { start: from, end: span.start } }, { newText });
    from = span.end;
  }
  pieces.push({ span: { start: from, end: length } });
  return pieces.filter((piece) => lengthOf(piece) > 0).reverse();
}

function lengthOf(piece: Piece): number {
  return 'span' in piece ? piece.span.end - piece.span.start : piece.newText.length;
}

function splitAt(piece: Piece, at: number): [Piece, Piece | null] {
  if (at >= lengthOf(piece)) return [piece, null];
  if ('newText' in piece)
    return [{ newText: piece.newText.slice(0, at) }, { newText: piece.newText.slice(at) }];
  const middle = piece.span.start + at;
  return [
    { span: { start: piece.span.start, end: middle } },
    { span: { start: middle, end: piece.span.end } },
  ];
}

function editsOf(length: number, pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let newText = '';
  for (const piece of [...pieces, { span: { start: length, end: length } }]) {
    if ('newText' in piece) {
      newText += piece.newText;
      continue;
    }
    if (newText !== '' || piece.span.start > from) {
      edits.push({ span: { start: from, end: piece.span.start }, newText });
    }
    newText = '';
    from = piece.span.end;
  }
  return edits;
}
