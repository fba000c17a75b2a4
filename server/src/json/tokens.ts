import { createScanner } from 'jsonc-parser';
import { detached } from '../text/detached.ts';
import { type SharedStrings, sharedSlice } from '../text/sharedStrings.ts';
import type { Span } from '../text/span.ts';

/** What the scanner tells apart; comments and white space are passed over by {@link createTokenReader}. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'literal' | 'word' | 'end';

/** A token of JSON, reused from call to call: copy what must stay. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** The decoded text of a string, the source text of a number, literal or word. */
  text: string;
  /** A string without closing quote or a number cut short: what follows it is not to be trusted. */
  isDamaged: boolean;
}

/** Reads a text token by token. */
export interface TokenReader {
  readonly token: Token;
  next(): void;
}

/** What a reader of tokens finds wrong on its way. */
export interface TokenProblems {
  comment(span: Span): void;
  malformed(message: string, span: Span): void;
}

// The numbers of jsonc-parser's SyntaxKind, which is an ambient const enum and cannot be imported here.
const KINDS: readonly TokenKind[] = [
  'end',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'literal',
  'literal',
  'literal',
  'string',
  'number',
];
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const UNKNOWN = 16;
const END_OF_FILE = 17;

// The numbers of jsonc-parser's ScanError.
const UNTERMINATED_STRING = 2;
const UNFINISHED_NUMBER = 3;
const SCAN_ERRORS: Readonly<Record<number, string>> = {
  1: 'This comment is never closed.',
  2: 'This string is not closed: the quotation mark at its end is missing.',
  3: 'This number is cut short: a digit is missing at its end.',
  4: 'A \\u escape needs four hexadecimal digits.',
  5: 'This string has an escape that JSON does not know. A backslash itself is written \\\\.',
  6: 'A control character may not stand in a string as it is; JSON writes it as an escape, such as \\t.',
};

/**
 * Reads tokens with jsonc-parser's scanner, which goes on after any character.
 * @param outlivesText the tokens are to stay longer than the text and must not hold on to it
 */
export function createTokenReader(
  text: string,
  start: number,
  problems: TokenProblems,
  outlivesText = false,
): TokenReader {
  const scanner = createScanner(text, false);
  const token: Token = { kind: 'end', start, end: start, text: '', isDamaged: false };

  const strings: SharedStrings = new Map();
  const kept = (slice: string) => (outlivesText ? detached(slice) : slice);

  function next(): void {
    if (readPlainString()) return;
    let code = scan();
    while (code === LINE_COMMENT || code === BLOCK_COMMENT) {
      problems.comment({ start: token.start, end: token.end });
      code = scan();
    }
    token.kind = code === UNKNOWN ? 'word' : code === END_OF_FILE ? 'end' : (KINDS[code] ?? 'word');
    if (token.kind === 'string') token.text = kept(scanner.getTokenValue());
    else if (token.kind === 'number' || token.kind === 'literal' || token.kind === 'word') readWord();
    readError(scanner.getTokenError());
  }

  /** Most tokens of a file are strings without escapes; read here, equal ones are one string. */
  function readPlainString(): boolean {
    const start = skipWhiteSpace(text, token.end);
    if (text.charCodeAt(start) !== DOUBLE_QUOTE) return false;
    const close = plainStringEnd(text, start + 1);
    if (close === -1) return false;
    token.kind = 'string';
    token.start = start;
    token.end = close + 1;
    token.text = kept(sharedSlice(strings, text, start + 1, close));
    token.isDamaged = false;
    return true;
  }

  function scan(): number {
    // The scanner would gather white space character by character, half of the time for an indented file.
    scanner.setPosition(skipWhiteSpace(text, token.end));
    const code = scanner.scan();
    token.start = scanner.getTokenOffset();
    token.end = scanner.getPosition();
    return code;
  }

  // `007`, `1abc` and `'a b'` come from the scanner in several pieces and are one mistake.
  function readWord(): void {
    if (text.charCodeAt(token.start) === SINGLE_QUOTE) token.end = singleQuotedEnd(text, token.start);
    else token.end = wordEnd(text, token.end);
    token.text = kept(text.slice(token.start, token.end));
    if (token.end !== scanner.getPosition()) token.kind = 'word';
  }

  function readError(error: number): void {
    token.isDamaged = error === UNTERMINATED_STRING || error === UNFINISHED_NUMBER;
    if (error === UNTERMINATED_STRING) trimUnterminated(text, token);
    if (error === 0 || token.kind === 'word') return;
    problems.malformed(SCAN_ERRORS[error] ?? 'This is not JSON.', { start: token.start, end: token.end });
  }

  return { token, next };
}

/** A comma at the end of a line whose string was not closed separates rather than belongs to the string. */
function trimUnterminated(text: string, token: Token): void {
  const source = text.slice(token.start, token.end);
  const trimmed = withoutComma(source.trimEnd()).trimEnd();
  token.text = token.text.slice(0, Math.max(token.text.length - (source.length - trimmed.length), 0));
  token.end = token.start + Math.max(trimmed.length, 1);
}

function withoutComma(text: string): string {
  return text.endsWith(',') ? text.slice(0, -1) : text;
}

const SINGLE_QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/** The offset of the quote that closes a string without escapes; -1 for any other string. */
function plainStringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE) return at;
    if (code === BACKSLASH || code < FIRST_PRINTABLE) return -1;
  }
  return -1;
}

/** The offset of the next character that is none of JSON's four white space characters. */
export function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at++;
  }
}

/** Where a run of characters ends that are neither white space nor JSON's punctuation. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !' \t\r\n{}[]",:/'.includes(text.charAt(at))) at++;
  return at;
}

/** Where a string in single quotes ends: behind its second quote, or at the end of its line. */
function singleQuotedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "'") return at + 1;
    if (character === '\n' || character === '\r') return at;
  }
  return text.length;
}
