import type { Edit } from './edit.ts';

/** A stretch of the first text that is still there, or text that has come in. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** A text under change, by what is left of the first text and what has come in. */
export interface EditedText {
  readonly original: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A text before any change. */
export function unedited(text: string): EditedText {
  return { original: text, text, pieces: [{ start: 0, end: text.length }] };
}

/** Makes edits, which do not overlap, in the text as it stands now. */
export function edit(current: EditedText, edits: readonly Edit[]): EditedText {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  const rest = createPieceReader(current.pieces);
  let from = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    pieces.push(...rest.take(span.start - from), ...(newText === '' ? [] : [{ text: newText }]));
    rest.take(span.end - span.start);
    texts.push(current.text.slice(from, span.start), newText);
    from = span.end;
  }
  pieces.push(...rest.take(current.text.length - from));
  texts.push(current.text.slice(from));
  return { original: current.original, text: texts.join(''), pieces };
}

/** What has to be changed in the first text to get the present one. */
export function composedEdits({ original, pieces }: EditedText): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  let newText = '';
  const close = (to: number) => {
    if (to > from || newText !== '') edits.push({ span: { start: from, end: to }, newText });
    newText = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) newText += piece.text;
    else {
      close(piece.start);
      from = piece.end;
    }
  }
  close(original.length);
  return edits;
}

function createPieceReader(pieces: readonly Piece[]): { take(length: number): Piece[] } {
  let index = 0;
  let offset = 0;
  return {
    take(length) {
      const taken: Piece[] = [];
      let left = length;
      while (left > 0) {
        const piece = pieces[index];
        if (!piece) break;
        const size = lengthOf(piece) - offset;
        const part = Math.min(size, left);
        if (part > 0) taken.push(slice(piece, offset, offset + part));
        left -= part;
        offset += part;
        if (part === size) {
          index++;
          offset = 0;
        }
      }
      return taken;
    },
  };
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start;
}

function slice(piece: Piece, from: number, to: number): Piece {
  return 'text' in piece
    ? { text: piece.text.slice(from, to) }
    : { start: piece.start + from, end: piece.start + to };
}
