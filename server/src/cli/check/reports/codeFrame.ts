import type { Range } from '../../../text/lineIndex.ts';
import type { Excerpt } from '../excerpt.ts';

/** A line of a file, cut to the terminal, with what stands under it. */
export interface CodeFrame {
  /** `  12 │ <languageCode code="en"/>` */
  readonly code: string;
  /** `     │               ^^^^` */
  readonly marks: string;
}

const CUT = '…';

/** @param width columns of the terminal */
export function codeFrame({ text, from, isCut }: Excerpt, range: Range, width: number): CodeFrame {
  const number = String(range.start.line + 1);
  const room = Math.max(20, width - number.length - 7);
  const characters = [...printable(text)];
  const start = length(text.slice(0, range.start.character - from));
  const end = range.end.line === range.start.line ? length(text.slice(0, range.end.character - from)) : null;
  const indent =
    from > 0
      ? 0
      : Math.min(
          characters.findIndex((character) => character !== ' '),
          start,
        );
  // A mark of ordinary length is shown whole, with a third of the room before it.
  const first = Math.max(
    indent,
    fits(characters, indent, start, end, room) ? 0 : start - Math.floor(room / 3),
  );
  const shown = characters.slice(first, first + room);
  const isCutBefore = first > indent || from > 0;
  const isCutBehind = isCut || first + room < characters.length;
  const last = Math.min(end ?? characters.length, first + room);
  const marks = '^'.repeat(Math.max(1, last - start));
  const before = isCutBefore ? CUT : '';
  return {
    code: `  ${number} │ ${before}${shown.join('')}${isCutBehind ? CUT : ''}`,
    marks: `  ${' '.repeat(number.length)} │ ${' '.repeat(start - first + before.length)}${marks}`,
  };
}

function fits(
  characters: readonly string[],
  indent: number,
  start: number,
  end: number | null,
  room: number,
): boolean {
  return characters.length - indent <= room || (end ?? start + 1) - indent <= room;
}

function length(text: string): number {
  return [...text].length;
}

/** A text that moves no cursor and paints nothing: what is not for the eye, such as tabs and escapes, as a sign. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
}
