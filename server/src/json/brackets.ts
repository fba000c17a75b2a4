import { type Edit, insertion, removal } from '../text/edit.ts';
import { duplicateKeys } from './duplicateKeys.ts';
import type { OpenNode } from './openNode.ts';
import { openNode } from './openNode.ts';
import type { JsonReader } from './reader.ts';
import {
  addProblem,
  advance,
  expectAfterValue,
  gapSpan,
  innermost,
  placeValue,
  reportMisfit,
  tokenSpan,
} from './reader.ts';

/** A submission is nine levels deep. Deeper than this the tree is not built on, so that no walk over it can run out of stack. */
const DEPTH_LIMIT = 500;

const CLOSING = { object: '}', array: ']' } as const;

/** Opens an object or array and makes it the innermost one. */
export function openBracket(reader: JsonReader, bracket: '{' | '['): void {
  const node = openNode(bracket, reader.tokens.token.start, innermost(reader) ?? reader.around);
  placeValue(reader, node);
  if (reader.outerCount + reader.open.length >= DEPTH_LIMIT) {
    node.span.end = skipNested(reader);
    expectAfterValue(reader);
    return;
  }
  pushOpen(reader, node);
  if (reader.open.length === 1) reader.reopenable = node;
  reader.expected = bracket === '{' ? 'key-or-close' : 'value-or-close';
  advance(reader);
}

/** Passes over everything up to the bracket that closes the current one; returns where that ends. */
function skipNested(reader: JsonReader): number {
  addProblem(reader.problems, {
    kind: 'nested-too-deep',
    message: `The file is nested deeper than ${DEPTH_LIMIT} levels. What stands inside is not read.`,
    span: tokenSpan(reader),
  });
  const { token } = reader.tokens;
  let depth = 0;
  while (token.kind !== 'end') {
    if (token.kind === '{' || token.kind === '[') depth++;
    else if (token.kind === '}' || token.kind === ']') depth--;
    advance(reader);
    if (depth === 0) break;
  }
  return reader.previousEnd;
}

/** Closes what the bracket closes; a bracket missing before it is told and taken as there. */
export function readClosingBracket(reader: JsonReader, bracket: '}' | ']'): void {
  const type = bracket === '}' ? 'object' : 'array';
  if (reader.openCount[type] === 0) {
    reportUnbalanced(reader, `This ${bracket} closes nothing.`, removal(tokenSpan(reader)));
    advance(reader);
    return;
  }
  const inner = innermost(reader);
  if (inner && inner.type !== type) {
    const message = `A ${CLOSING[inner.type]} is missing before this ${bracket}.`;
    reportUnbalanced(reader, message, insertion(reader.previousEnd, missingBefore(reader, type)));
    while (innermost(reader)?.type !== type) closeInnermost(reader, reader.previousEnd);
  }
  closeInnermost(reader, reader.tokens.token.end);
  expectAfterValue(reader);
  advance(reader);
}

/** The brackets that close everything open inside the innermost object or array of a type. */
function missingBefore({ open }: JsonReader, type: OpenNode['type']): string {
  const inside = open.slice(open.findLastIndex((node) => node.type === type) + 1);
  return inside
    .toReversed()
    .map((node) => CLOSING[node.type])
    .join('');
}

function reportUnbalanced(reader: JsonReader, message: string, repair: Edit): void {
  if (!reader.isUnbalanced) reportMisfit(reader, message, tokenSpan(reader), repair);
  reader.isUnbalanced = true;
}

/** Reads what stands between two items: a comma, or the end of their object or array. */
export function readSeparator(reader: JsonReader): void {
  const { kind } = reader.tokens.token;
  if (kind === '}' || kind === ']') readClosingBracket(reader, kind);
  else if (kind === ',') {
    reader.lastComma = tokenSpan(reader);
    reader.expected = nextItem(reader);
    advance(reader);
  } else if (kind === ':') {
    const message = 'This colon is out of place: a comma or a closing bracket is expected here.';
    reportMisfit(reader, message, tokenSpan(reader));
    advance(reader);
    reader.isEcho = true;
  } else {
    const repair = insertion(reader.previousEnd, ',');
    reportMisfit(reader, 'A comma is missing after this value.', gapSpan(reader), repair);
    reader.expected = nextItem(reader);
  }
}

function nextItem(reader: JsonReader): 'key' | 'value' {
  return innermost(reader)?.type === 'object' ? 'key' : 'value';
}

export function pushOpen(reader: JsonReader, node: OpenNode): void {
  reader.open.push(node);
  reader.openCount[node.type]++;
}

export function closeInnermost(reader: JsonReader, end: number): void {
  const node = reader.open.pop();
  if (!node) return;
  reader.openCount[node.type]--;
  node.span.end = end;
  if (node.type === 'object') for (const problem of duplicateKeys(node)) addProblem(reader.problems, problem);
}

/** Takes up the file's object again when further properties follow its closing bracket. */
export function reopenRoot(reader: JsonReader): void {
  const root = reader.reopenable;
  if (!root) return;
  reader.reopenable = null;
  pushOpen(reader, root);
  reader.expected = 'separator';
}

/** Closes at the end of the file what is still open, and tells which brackets are missing. */
export function closeAtEnd(reader: JsonReader): void {
  const inner = innermost(reader);
  if (!inner) return;
  const missing = reader.open.toReversed().map((node) => CLOSING[node.type]);
  const shown = missing.length > 8 ? `${missing.slice(0, 8).join(' ')} …` : missing.join(' ');
  if (!reader.isEcho && !reader.isUnbalanced) {
    addProblem(reader.problems, {
      kind: 'malformed',
      message: `The file ends too early: ${shown} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      span: gapSpan(reader),
      repair: insertion(reader.previousEnd, missing.join('')),
      related: { span: { start: inner.span.start, end: inner.span.start + 1 }, message: 'Opened here.' },
    });
  }
  reader.isUnbalanced = true;
  while (reader.open.length > 0) closeInnermost(reader, reader.previousEnd);
}
