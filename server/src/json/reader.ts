import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { OpenNode } from './openNode.ts';
import { addValue } from './openNode.ts';
import type { TokenProblems, TokenReader } from './tokens.ts';
import { createTokenReader, skipWhiteSpace } from './tokens.ts';
import type { JsonArray, JsonObject, JsonProblem, JsonValue } from './tree.ts';

/** Enough to see what is wrong; a file that is no JSON at all would give one problem for each of its words. */
export const PROBLEM_LIMIT = 100;

/** What may come next in the innermost open object or array, or at the top. */
export type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'separator' | 'end';

/** Where reading a text as JSON stands. */
export interface JsonReader {
  readonly text: string;
  readonly tokens: TokenReader;
  readonly problems: JsonProblem[];
  /** The objects and arrays that are open at the reader's position, outermost first. */
  readonly open: OpenNode[];
  /** How many of them are objects and arrays: tells at once whether a bracket closes anything. */
  readonly openCount: { object: number; array: number };
  /** The one that is open around them, and how many are. */
  readonly around: JsonObject | JsonArray | null;
  readonly outerCount: number;
  root: JsonValue | null;
  expected: Expectation;
  /** End of the token before the current one. */
  previousEnd: number;
  lastComma: Span | null;
  /** The token before was damaged and told so: what does not fit behind it is its echo. */
  isEcho: boolean;
  /** A bracket was told to be missing or too many: what the count of brackets leads to later is its echo. */
  isUnbalanced: boolean;
  /** The file's object or array, until it was taken up again behind a closing bracket too many. */
  reopenable: OpenNode | null;
}

/**
 * A reader that stands before the token at an offset.
 * @param around the object or array that is open there already and is not to be closed
 */
export function createReader(
  text: string,
  start: number,
  around: JsonObject | JsonArray | null = null,
): JsonReader {
  const problems: JsonProblem[] = [];
  const told: TokenProblems = {
    comment: (span) =>
      addProblem(problems, {
        kind: 'comment',
        message: 'JSON has no comments: the upload cannot read the file. Delete this one.',
        span,
      }),
    malformed: (message, span) => addProblem(problems, { kind: 'malformed', message, span }),
  };
  const tokens = createTokenReader(text, start, told, around !== null);
  return {
    text,
    tokens,
    problems,
    open: [],
    openCount: { object: 0, array: 0 },
    around,
    outerCount: depthOf(around),
    root: null,
    expected: 'value',
    previousEnd: start,
    lastComma: null,
    isEcho: false,
    isUnbalanced: false,
    reopenable: null,
  };
}

function depthOf(container: JsonObject | JsonArray | null): number {
  let depth = 0;
  for (let at = container; at; at = at.parent) depth++;
  return depth;
}

/** Adds a problem as long as there are not too many to be of use. */
export function addProblem(problems: JsonProblem[], problem: JsonProblem): void {
  if (problems.length < PROBLEM_LIMIT) problems.push(problem);
}

/** Reports that the current token does not fit, unless a damaged token before it explains that. */
export function reportMisfit(reader: JsonReader, message: string, span: Span, repair?: Edit): void {
  if (!reader.isEcho)
    addProblem(reader.problems, { kind: 'malformed', message, span, ...(repair && { repair }) });
}

/** Goes on to the next token. */
export function advance(reader: JsonReader): void {
  const { token } = reader.tokens;
  reader.previousEnd = token.end;
  reader.isEcho = token.isDamaged;
  reader.tokens.next();
}

/** Where the current token stands. */
export function tokenSpan(reader: JsonReader): Span {
  return { start: reader.tokens.token.start, end: reader.tokens.token.end };
}

/** The character before a gap: something is missing behind it. */
export function gapSpan(reader: JsonReader): Span {
  return { start: Math.max(reader.previousEnd - 1, 0), end: reader.previousEnd };
}

/** The current string or word is the name of a property, whatever was expected here. */
export function isFollowedByColon(reader: JsonReader): boolean {
  return reader.text.charCodeAt(skipWhiteSpace(reader.text, reader.tokens.token.end)) === 0x3a;
}

/** The object, array or property that is being read; `null` at the top. */
export function innermost(reader: JsonReader): OpenNode | null {
  return reader.open.at(-1) ?? null;
}

/** Puts a finished or opening value where it belongs. */
export function placeValue(reader: JsonReader, value: JsonValue): void {
  const container = innermost(reader);
  if (container) addValue(container, value);
  else reader.root = value;
}

/** What may follow a value that has been read to its end. */
export function expectAfterValue(reader: JsonReader): void {
  reader.expected = reader.open.length > 0 ? 'separator' : 'end';
}
