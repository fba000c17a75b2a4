import type { JsonObject, JsonProperty, JsonValue } from '../../json/tree.ts';
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

/** Deletes a property with the comma that belongs to it. */
export function deleteProperty(object: JsonObject, property: JsonProperty): ProposedFix {
  return { title: `Delete "${property.key}"`, edits: [{ span: deletion(object, property), newText: '' }] };
}

function deletion({ properties }: JsonObject, property: JsonProperty): Span {
  const at = positionOf(property, properties);
  const end = property.value?.span.end ?? property.keySpan.end;
  const next = properties[at + 1];
  if (next) return { start: property.keySpan.start, end: next.keySpan.start };
  const previous = properties[at - 1];
  const start = previous ? (previous.value?.span.end ?? previous.keySpan.end) : property.keySpan.start;
  return { start, end };
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
