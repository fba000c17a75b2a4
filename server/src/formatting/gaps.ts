import type { Span } from '../text/span.ts';
import { isWhiteSpace, skipWhiteSpace } from '../xml/characters.ts';

/** The white space, often none, before an element, a comment, an instruction or an end tag. */
export interface Gap {
  readonly span: Span;
  /** A comment follows on the same line, and nothing behind it: it belongs to what stands before it. */
  readonly isBeforeTrailingComment: boolean;
  /** An empty line in it parts two nodes, and may stay. */
  readonly mayBeEmptyLine: boolean;
}

/**
 * The gaps between two tags, with the comments and instructions that stand there: the last gap is the one before
 * `to`. `null` when anything else stands there: text, a CDATA section, a stray character.
 */
export function gapsBetween(text: string, from: number, to: number): Gap[] | null {
  const gaps: Gap[] = [];
  let at = from;
  for (;;) {
    const end = Math.min(skipWhiteSpace(text, at), to);
    const next = end === to ? to : markupEnd(text, end);
    if (next === null || next > to) return null;
    const isBeforeTrailingComment =
      next !== to && !hasLineBreak(text, at, end) && isLineEnd(text, next) && text[end + 1] === '!';
    gaps.push({ span: { start: at, end }, isBeforeTrailingComment, mayBeEmptyLine: true });
    if (end === to) return gaps;
    at = next;
  }
}

/** Behind the comment or instruction that begins there; `null` when none does. */
function markupEnd(text: string, at: number): number | null {
  const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null;
  if (close === null) return null;
  const found = text.indexOf(close, at + close.length);
  return found === -1 ? null : found + close.length;
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

/** Whether only white space follows up to the line's end. */
function isLineEnd(text: string, from: number): boolean {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
    if (!isWhiteSpace(code)) return false;
  }
  return true;
}
