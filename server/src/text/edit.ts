import type { Span } from './span.ts';

/** A stretch of a text and what stands there instead; an empty stretch is an insertion. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Inserts at an offset. */
export function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

/** Puts another text in the place of a stretch. */
export function replacement(span: Span, newText: string): Edit {
  return { span, newText };
}

/** Takes a stretch away. */
export function removal(span: Span): Edit {
  return { span, newText: '' };
}

/** The blanks before the first thing on the line, when nothing else stands between them and the offset; else `null`. */
export function indentBefore(text: string, offset: number): string | null {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  return /^[ \t]*$/.test(before) ? before : null;
}

/** The stretch with the line it has to itself: the blanks before it and the line break before those. */
export function withLine(text: string, { start, end }: Span): Span {
  const indent = indentBefore(text, start);
  const isLastOnLine = /^[ \t]*(?:\r|\n|$)/.test(text.slice(end, end + 200));
  if (indent === null || !isLastOnLine) return { start, end };
  const lineStart = start - indent.length;
  const lineBreak = text.slice(lineStart - 2, lineStart) === '\r\n' ? 2 : lineStart > 0 ? 1 : 0;
  return { start: lineStart - lineBreak, end };
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

/** Where an offset of the old text stands in the new one; inside a replaced stretch, where the replacement begins. */
export function offsetAfter(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.start > offset || (span.start === offset && span.end > offset)) break;
    if (span.end > offset) return span.start + shift;
    shift += newText.length - (span.end - span.start);
  }
  return offset + shift;
}

/** Where an offset of the new text stands in the old one; inside a replacement, where the replaced stretch begins. */
export function offsetBefore(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    const start = span.start + shift;
    if (offset < start) break;
    if (offset < start + newText.length) return span.start;
    shift += newText.length - (span.end - span.start);
  }
  return offset - shift;
}
