import type { Span } from '../text/span.ts';
import { skipWhiteSpace } from './tokens.ts';
import type { JsonArray, JsonDocument, JsonObject, JsonProperty, JsonValue } from './tree.ts';

/** What an editor's cursor stands at. */
export type JsonCursor =
  /** On the name of a property, or where a new one may be written (`property` is `null`). */
  | {
      readonly kind: 'key';
      readonly object: JsonObject;
      readonly property: JsonProperty | null;
      readonly span: Span;
    }
  /** On the value of a property, or where it is missing. */
  | {
      readonly kind: 'value';
      readonly object: JsonObject;
      readonly property: JsonProperty;
      readonly span: Span;
    }
  /** Between the items of a list, or on an item that is no object or list. */
  | { readonly kind: 'item'; readonly array: JsonArray; readonly span: Span };

/** Finds what stands at an offset; `null` outside of the JSON value. The span is what a completion replaces. */
export function cursorAt({ root, text }: JsonDocument, offset: number): JsonCursor | null {
  let container = root;
  while (container?.type === 'object' || container?.type === 'array') {
    if (!isInside(container, text, offset)) return null;
    const child: JsonValue | undefined = childrenOf(container).find((candidate) =>
      isInside(candidate, text, offset),
    );
    if (!child)
      return container.type === 'object'
        ? cursorInObject(container, text, offset)
        : cursorInArray(container, offset);
    container = child;
  }
  return null;
}

function childrenOf(container: JsonObject | JsonArray): readonly JsonValue[] {
  if (container.type === 'array') return container.items;
  return container.properties.map(({ value }) => value).filter((value) => value !== null);
}

/** Between the brackets of an object or list. One that was never closed reaches to the end of the text. */
function isInside(value: JsonValue, text: string, offset: number): boolean {
  if (value.type !== 'object' && value.type !== 'array') return false;
  const isClosed =
    text[value.span.end - 1] === (value.type === 'object' ? '}' : ']') &&
    value.span.end > value.span.start + 1;
  return offset > value.span.start && (isClosed ? offset < value.span.end : offset <= text.length);
}

function cursorInObject(object: JsonObject, text: string, offset: number): JsonCursor {
  for (const property of object.properties) {
    if (contains(property.keySpan, offset)) return { kind: 'key', object, property, span: property.keySpan };
    const { value } = property;
    if (value && contains(value.span, offset)) return { kind: 'value', object, property, span: value.span };
    if (!value && isAtMissingValue(property, text, offset)) {
      return { kind: 'value', object, property, span: { start: offset, end: offset } };
    }
  }
  return { kind: 'key', object, property: null, span: { start: offset, end: offset } };
}

function cursorInArray(array: JsonArray, offset: number): JsonCursor {
  const item = array.items.find(({ span }) => contains(span, offset));
  return { kind: 'item', array, span: item?.span ?? { start: offset, end: offset } };
}

function contains({ start, end }: Span, offset: number): boolean {
  return start < offset && offset <= end;
}

/** Behind the colon of a property that has no value yet. */
function isAtMissingValue({ keySpan }: JsonProperty, text: string, offset: number): boolean {
  const colon = skipWhiteSpace(text, keySpan.end);
  return text[colon] === ':' && offset > colon && text.slice(colon + 1, offset).trim() === '';
}
