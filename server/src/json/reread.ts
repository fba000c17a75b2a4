import { type Change, changeBetween } from '../text/change.ts';
import type { Span } from '../text/span.ts';
import type { OpenArray, OpenNode, OpenObject } from './openNode.ts';
import { advance, createReader } from './reader.ts';
import { readToken } from './readToken.ts';
import type { JsonArray, JsonDocument, JsonObject, JsonProperty, JsonValue } from './tree.ts';

/**
 * Reads an edited text: only the innermost object or array around the edit, the others are taken over with their new
 * places. A keystroke costs a copy of the tree, a small part of what reading the text costs.
 * @returns `null` where the whole has to be read, as where a fault may change what the text behind it means
 */
export function rereadJson(text: string, before: JsonDocument): JsonDocument | null {
  const { root, problems } = before;
  if (problems.length > 0 || !isContainer(root)) return null;
  const change = changeBetween(before.text, text);
  const outdated = innermostAround(root, change);
  if (!outdated || outdated === root) return null;
  const shift = change.endNow - change.endBefore;
  const reread = readContainer(text, outdated, outdated.span.end + shift);
  return (
    reread && { text, root: takeOver(root, { outdated, reread, shift }), problems: [], isUnbalanced: false }
  );
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

/** Reads one object or array again; `null` when there is a fault in it or it ends elsewhere than it should. */
function readContainer(text: string, { span, parent }: Container, end: number): OpenNode | null {
  let outerCount = 0;
  for (let at = parent; at; at = at.parent) outerCount++;
  const reader = createReader(text, span.start, outerCount);
  const { problems, open, tokens } = reader;
  advance(reader);
  do readToken(reader);
  while (open.length > 0 && problems.length === 0 && tokens.token.kind !== 'end');
  const { root } = reader;
  const isWhole = open.length === 0 && problems.length === 0 && root?.span.end === end;
  return isWhole ? (root as OpenNode) : null;
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
    return isFixed(value.span) ? value : { ...value, span: moveSpan(value.span) };
  }

  function copyObject({ span, properties }: JsonObject, parent: Container | null): JsonObject {
    const object: OpenObject = { type: 'object', span: moveSpan(span), parent, properties: [] };
    for (const property of properties) object.properties.push(copyProperty(property, object));
    return object;
  }

  function copyArray({ span, items }: JsonArray, parent: Container | null): JsonArray {
    const array: OpenArray = { type: 'array', span: moveSpan(span), parent, items: [] };
    for (const item of items) array.items.push(copyValue(item, array));
    return array;
  }

  function copyProperty(property: JsonProperty, parent: Container): JsonProperty {
    const { key, keySpan, value } = property;
    const taken = value && copyValue(value, parent);
    return taken === value && isFixed(keySpan) ? property : { key, keySpan: moveSpan(keySpan), value: taken };
  }

  return copyValue(root, null);
}
