import type { Span } from './span.ts';

/** A place in a file as LSP counts it: zero-based line, zero-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Translates between offsets and line/character positions of one text. */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

/** Builds the index in one pass. Lines end at `\n`, `\r\n` or a lone `\r`, as in LSP. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);

  function positionAt(offset: number): Position {
    const clamped = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: clamped - (starts[low] ?? 0) };
  }

  function offsetAt(position: Position): number {
    const start = starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : text.length;
    const next = starts[position.line + 1] ?? text.length;
    return Math.min(start + Math.max(position.character, 0), next);
  }

  return {
    lineCount: starts.length,
    positionAt,
    offsetAt,
    rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(span.end) }),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // indexOf is an order of magnitude faster than looking at every character; `\r` is rare.
  const hasCarriageReturn = text.includes('\r');
  if (!hasCarriageReturn) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) starts.push(at + 1);
    else if (code === 13) {
      if (text.charCodeAt(at + 1) === 10) at++;
      starts.push(at + 1);
    }
  }
  return starts;
}
