import type { JsonObject, JsonProperty, JsonValue } from '../../json/tree.ts';
import { type Edit, removal } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { ProposedFix } from '../rule.ts';

/** Renames a key. */
export function renameKey(property: JsonProperty, name: string): ProposedFix {
  return {
    title: `Rename to "${name}"`,
    edits: [{ span: property.keySpan, newText: JSON.stringify(name) }],
  };
}

/** Replaces a value by the JSON of another. */
export function replaceValue(value: JsonValue, replacement: unknown, title?: string): ProposedFix {
  const newText = JSON.stringify(replacement);
  return { title: title ?? `Replace by ${newText}`, edits: [{ span: value.span, newText }] };
}

/** Deletes some properties of an object, each with a comma. */
export function deleteProperties(
  { properties }: JsonObject,
  isDeleted: (property: JsonProperty) => boolean,
): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < properties.length; at++) {
    const first = at;
    while (at < properties.length && isDeletedAt(at)) at++;
    if (at > first) edits.push(removal(runSpan(properties, first, at - 1)));
  }
  return edits;

  function isDeletedAt(index: number): boolean {
    const property = properties[index];
    return property !== undefined && isDeleted(property);
  }
}

/** Properties from one to another, with the comma behind them or, at the end, the one before them. */
function runSpan(properties: readonly JsonProperty[], first: number, last: number): Span {
  const next = properties[last + 1];
  const previous = properties[first - 1];
  const start = properties[first]?.keySpan.start ?? 0;
  if (next) return { start, end: next.keySpan.start };
  const end = endOf(properties[last]);
  return { start: previous ? endOf(previous) : start, end };
}

function endOf(property: JsonProperty | undefined): number {
  return property?.value?.span.end ?? property?.keySpan.end ?? 0;
}

/** Deletes a property with the comma that belongs to it. */
export function deleteProperty(object: JsonObject, property: JsonProperty): ProposedFix {
  return { title: `Delete "${property.key}"`, edits: [{ span: deletion(object, property), newText: '' }] };
}

function deletion({ properties }: JsonObject, property: JsonProperty): Span {
  const at = positionOf(property, properties);
  return runSpan(properties, at, at);
}

/** Where a property stands among its object's, which are in text order: an object may have very many unknown keys. */
function positionOf({ keySpan }: JsonProperty, properties: readonly JsonProperty[]): number {
  let low = 0;
  let high = properties.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((properties[middle]?.keySpan.start ?? 0) < keySpan.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
