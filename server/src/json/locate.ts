import type { JsonDocument, JsonObject, JsonProperty, JsonValue } from './tree.ts';

/** A property with the object it belongs to. */
export interface FoundProperty {
  readonly object: JsonObject;
  readonly property: JsonProperty;
}

/** The property whose value holds an offset. */
export function propertyOf(document: JsonDocument, offset: number): FoundProperty | null {
  const object = objectAt(document, offset);
  const property = object?.properties.find(({ value }) => value && contains(value, offset));
  return object && property ? { object, property } : null;
}

/** The property whose key begins at an offset. */
export function propertyAt(document: JsonDocument, keyStart: number): FoundProperty | null {
  const object = objectAt(document, keyStart);
  const property = object?.properties.find(({ keySpan }) => keySpan.start === keyStart);
  return object && property ? { object, property } : null;
}

/** The innermost object whose brackets hold the offset. */
export function objectAt({ root }: JsonDocument, offset: number): JsonObject | null {
  let found: JsonObject | null = null;
  let next = root && contains(root, offset) ? root : undefined;
  while (next) {
    if (next.type === 'object') found = next;
    next = childAt(next, offset);
  }
  return found;
}

function childAt(value: JsonValue, offset: number): JsonValue | undefined {
  if (value.type === 'array') return elementAt(value.items, offset);
  if (value.type !== 'object') return undefined;
  const inside = value.properties.find((property) => property.value && contains(property.value, offset));
  return inside?.value ?? undefined;
}

/** Items stand in the order of the text, so the one that holds an offset is found by halving. */
function elementAt(items: readonly JsonValue[], offset: number): JsonValue | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = items[middle];
    if (!candidate) return undefined;
    if (offset < candidate.span.start) high = middle - 1;
    else if (offset >= candidate.span.end) low = middle + 1;
    else return candidate;
  }
  return undefined;
}

function contains({ span }: JsonValue, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}
