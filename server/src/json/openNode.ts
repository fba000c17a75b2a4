import type { JsonArray, JsonObject, JsonProperty, JsonValue } from './tree.ts';

/** An object or array that is still being read: the same node the tree will hold, open for writing. */
export type OpenNode = OpenObject | OpenArray;

interface OpenSpan {
  readonly start: number;
  end: number;
}

export interface OpenObject extends JsonObject {
  readonly span: OpenSpan;
  parent: JsonObject | JsonArray | null;
  readonly properties: OpenProperty[];
}

export interface OpenArray extends JsonArray {
  readonly span: OpenSpan;
  parent: JsonObject | JsonArray | null;
  readonly items: JsonValue[];
}

export interface OpenProperty extends JsonProperty {
  value: JsonValue | null;
}

/** A node for an opening bracket; its end is set when it closes. */
export function openNode(bracket: '{' | '[', start: number, parent: JsonObject | JsonArray | null): OpenNode {
  const span = { start, end: start + 1 };
  if (bracket === '{') return { type: 'object', span, parent, properties: [] };
  return { type: 'array', span, parent, items: [] };
}

/** Hangs a value into the array, or on the last property of the object. */
export function addValue(container: OpenNode, value: JsonValue): void {
  if (container.type === 'array') container.items.push(value);
  else {
    const property = container.properties.at(-1);
    if (property) property.value = value;
  }
}
