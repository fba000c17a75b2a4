import type { LineIndex, Range } from '../../text/lineIndex.ts';

/** The part of a line that a finding is about: all of a short line, the surroundings in a long one. */
export interface Excerpt {
  readonly text: string;
  /** The character of the line that the text begins with. */
  readonly from: number;
  /** The line goes on behind the text. */
  readonly isCut: boolean;
}

/** Enough on each side for any terminal: files on one line would else be quoted whole with every finding. */
const REACH = 250;

/** The first line of a range, without its end of line. */
export function excerptOf(text: string, lines: LineIndex, { start }: Range): Excerpt {
  const lineStart = lines.offsetAt({ line: start.line, character: 0 });
  const place = lineStart + start.character;
  const first = Math.max(lineStart, place - REACH);
  const around = text.slice(first, place + REACH);
  const behind = around.slice(place - first);
  const lineEnd = behind.search(/[\r\n]/);
  const end = lineEnd === -1 ? around.length : place - first + lineEnd;
  return {
    text: around.slice(0, end),
    from: first - lineStart,
    isCut: lineEnd === -1 && first + around.length < text.length,
  };
}
