import { type Change, changeBetween } from '../text/change.ts';
import type { Span } from '../text/span.ts';
import type { OpenNode } from './openNode.ts';
import { withoutQuoteEchoes } from './quoteEchoes.ts';
import { advance, createReader, PROBLEM_LIMIT } from './reader.ts';
import { readToken } from './readToken.ts';
import type { JsonArray, JsonDocument, JsonObject, JsonProblem, JsonProperty, JsonValue } from './tree.ts';

/**
 * Reads an edited text: only the innermost object or array around the edit, the others are taken over with their new
 * places. A keystroke costs a copy of the tree, a small part of what reading the text costs.
 * @returns `null` where the whole has to be read: where a fault changes what the text behind it means
 */
export function rereadJson(text: string, before: JsonDocument): JsonDocument | null {
  const { root } = before;
  if (!isContainer(root)) return null;
  const change = changeBetween(before.text, text);
  const outdated = innermostAround(root, change);
  if (!outdated || outdated === root || !isApart(outdated, before)) return null;
  const shift = change.endNow - change.endBefore;
  const reread = readContainer(text, outdated, outdated.span.end + shift);
  if (!reread) return null;
  const { node, problems } = reread;
  return { text, root: takeOver(root, { outdated, reread: node, shift }), problems, isUnbalanced: false };
}

type Container = JsonObject | JsonArray;

function isContainer(value: JsonValue | null): value is Container {
  return value?.type === 'object' || value?.type === 'array';
}

/** The innermost object or array whose brackets stand outside of a change. */
function innermostAround(root: Container, { start, endBefore }: Change): Container | null {
  const isAround = (value: JsonValue | null): value is Container =>
    isContainer(value) && value.span.start < start && endBefore < value.span.end;
  let innermost: Container | null = null;
  for (let next: Container | undefined = isAround(root) ? root : undefined; next; ) {
    innermost = next;
    next =
      next.type === 'array'
        ? next.items.find(isAround)
        : next.properties.map(({ value }) => value).find(isAround);
  }
  return innermost;
}

/** Whether an object or array has its brackets, and all that is wrong with the file is between them. */
function isApart({ span }: Container, { text, problems, isUnbalanced }: JsonDocument): boolean {
  const hasBrackets = '{['.includes(text.charAt(span.start)) && ']}'.includes(text.charAt(span.end - 1));
  const isInside = (inner: Span) => span.start < inner.start && inner.end < span.end;
  return hasBrackets && !isUnbalanced && problems.every((problem) => isInside(problem.span));
}

interface Reread {
  readonly node: OpenNode;
  readonly problems: readonly JsonProblem[];
}

/** Reads one object or array again; `null` where it ends elsewhere than it should. */
function readContainer(text: string, { span, parent }: Container, end: number): Reread | null {
  const reader = createReader(text, span.start, parent);
  const { open, tokens } = reader;
  advance(reader);
  do readToken(reader);
  while (open.length > 0 && reader.previousEnd < end && tokens.token.kind !== 'end');
  const { root, isUnbalanced } = reader;
  if (open.length > 0 || isUnbalanced || root?.span.end !== end || !isContainer(root)) return null;
  if (reader.problems.length >= PROBLEM_LIMIT) return null;
  const inOrder = reader.problems.sort((a, b) => a.span.start - b.span.start);
  return { node: root as OpenNode, problems: withoutQuoteEchoes(inOrder, text) };
}

interface Takeover {
  readonly outdated: Container;
  readonly reread: OpenNode;
  /** By how much what stands behind the outdated part has moved. */
  readonly shift: number;
}

/** What stands before the outdated part is shared with the tree before, but for what knows its parent. */
function takeOver(root: Container, { outdated, reread, shift }: Takeover): JsonValue {
  const { start: fixedUpTo } = outdated.span;
  const moved = (offset: number) => (offset > fixedUpTo ? offset + shift : offset);
  const isFixed = ({ end }: Span) => shift === 0 || end <= fixedUpTo;
  const moveSpan = (span: Span) =>
    isFixed(span) ? span : { start: moved(span.start), end: moved(span.end) };

  function copyValue(value: JsonValue, parent: Container | null): JsonValue {
    if (value === outdated) {
      reread.parent = parent;
      return reread;
    }
    if (value.type === 'object') return copyObject(value, parent);
    if (value.type === 'array') return copyArray(value, parent);
    return isFixed(value.span) ? value : movedLeaf(value, moveSpan(value.span));
  }

  function copyObject({ span, properties }: JsonObject, parent: Container | null): JsonObject {
    const taken: JsonProperty[] = new Array(properties.length);
    const object: JsonObject = { type: 'object', span: moveSpan(span), parent, properties: taken };
    for (let at = 0; at < properties.length; at++) {
      taken[at] = copyProperty(properties[at] as JsonProperty, object);
    }
    return object;
  }

  function copyArray({ span, items }: JsonArray, parent: Container | null): JsonArray {
    const taken: JsonValue[] = new Array(items.length);
    const array: JsonArray = { type: 'array', span: moveSpan(span), parent, items: taken };
    for (let at = 0; at < items.length; at++) taken[at] = copyValue(items[at] as JsonValue, array);
    return array;
  }

  function copyProperty(property: JsonProperty, parent: Container): JsonProperty {
    const { key, keySpan, value } = property;
    const taken = value && copyValue(value, parent);
    return taken === value && isFixed(keySpan) ? property : { key, keySpan: moveSpan(keySpan), value: taken };
  }

  return copyValue(root, null);
}

/** Written out, for a file has ten thousands of these and spreading is slow. */
function movedLeaf(value: Exclude<JsonValue, Container>, span: Span): JsonValue {
  switch (value.type) {
    case 'string':
      return { type: 'string', span, value: value.value };
    case 'number':
      return { type: 'number', span, value: value.value, raw: value.raw };
    case 'boolean':
      return { type: 'boolean', span, value: value.value };
    case 'null':
      return { type: 'null', span };
  }
}
