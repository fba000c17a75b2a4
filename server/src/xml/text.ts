import type { Span } from '../text/span.ts';
import { decodeReferences } from './references.ts';
import type { XmlDocument, XmlElement } from './tree.ts';

/** A run of text directly inside an element; comments, CDATA borders and child elements part two runs. */
export interface TextPiece {
  /** With references replaced. */
  readonly value: string;
  readonly span: Span;
}

/** The runs of text between an element's children, in document order, white space included. */
export function textPieces(document: XmlDocument, element: XmlElement): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = element.openEnd;
  for (const inner of element.children) {
    collectPieces(document.text, from, inner.start, pieces);
    from = inner.end;
  }
  collectPieces(document.text, from, element.closeStart, pieces);
  return pieces;
}

/** All text inside an element and its descendants, as XPath's string value. */
export function stringValue(document: XmlDocument, element: XmlElement): string {
  if (element.children.length === 0) {
    return textPieces(document, element)
      .map((piece) => piece.value)
      .join('');
  }
  let value = '';
  let from = element.openEnd;
  const pieces: TextPiece[] = [];
  const take = (to: number) => {
    collectPieces(document.text, from, to, pieces);
    for (const piece of pieces.splice(0)) value += piece.value;
  };
  for (const inner of element.children) {
    take(inner.start);
    value += stringValue(document, inner);
    from = inner.end;
  }
  take(element.closeStart);
  return value;
}

function collectPieces(text: string, from: number, to: number, pieces: TextPiece[]): void {
  let at = from;
  while (at < to) {
    const less = text.indexOf('<', at);
    const end = less === -1 || less > to ? to : less;
    if (end > at) pieces.push({ value: decodeText(text.slice(at, end)), span: { start: at, end } });
    if (end === to) return;
    at = passMarkup(text, end, to, pieces);
  }
}

/** Passes a comment, instruction or stray `<` between two children; a CDATA section is text. */
function passMarkup(text: string, at: number, to: number, pieces: TextPiece[]): number {
  if (text.startsWith('<![CDATA[', at)) {
    const end = Math.min(indexOrLimit(text, ']]>', at, to), to);
    pieces.push({ value: text.slice(at + 9, end).replace(/\r\n?/g, '\n'), span: { start: at + 9, end } });
    return end + 3;
  }
  if (text.startsWith('<!--', at)) return indexOrLimit(text, '-->', at + 4, to) + 3;
  if (text.startsWith('<?', at)) return indexOrLimit(text, '?>', at, to) + 2;
  // A stray "<" or an end tag that closes nothing: it is no text, its fault has been told.
  return indexOrLimit(text, '>', at, to) + 1;
}

function indexOrLimit(text: string, what: string, from: number, limit: number): number {
  const at = text.indexOf(what, from);
  return at === -1 || at > limit ? limit : at;
}

function decodeText(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return lines.includes('&') ? decodeReferences(lines) : lines;
}
