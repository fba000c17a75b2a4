import type { Span } from './span.ts';

/** A stretch of a text and what stands there instead; an empty stretch is an insertion. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** The text with all edits made. They may come in any order but must not overlap; those at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    pieces.push(text.slice(from, span.start), newText);
    from = span.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
