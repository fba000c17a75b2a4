import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** A JSON value with its place. Numbers keep their source text: `100.0` and `1e2` are not written as `100`. */
export type JsonValue = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

interface JsonBase {
  readonly span: Span;
}

interface JsonContainer extends JsonBase {
  /** The one it stands in; `null` for the file's own. */
  readonly parent: JsonObject | JsonArray | null;
}

export interface JsonObject extends JsonContainer {
  readonly type: 'object';
  readonly properties: readonly JsonProperty[];
}

export interface JsonProperty {
  readonly key: string;
  /** With its quotes. */
  readonly keySpan: Span;
  /** `null` where the value is missing (damaged text). */
  readonly value: JsonValue | null;
}

export interface JsonArray extends JsonContainer {
  readonly type: 'array';
  readonly items: readonly JsonValue[];
}

export interface JsonString extends JsonBase {
  readonly type: 'string';
  readonly value: string;
}

export interface JsonNumber extends JsonBase {
  readonly type: 'number';
  readonly value: number;
  readonly raw: string;
}

export interface JsonBoolean extends JsonBase {
  readonly type: 'boolean';
  readonly value: boolean;
}

export interface JsonNull extends JsonBase {
  readonly type: 'null';
}

/** What is wrong with a text as JSON; the reader goes on after each. */
export interface JsonProblem {
  readonly kind:
    | 'empty-document'
    | 'malformed'
    | 'comment'
    | 'trailing-comma'
    | 'duplicate-key'
    | 'content-after-end'
    | 'nested-too-deep'
    | 'encoding';
  readonly message: string;
  readonly span: Span;
  /** Another place that belongs to the problem: the first of two equal keys. */
  readonly related?: { readonly span: Span; readonly message: string };
  /** What was meant, where the reader took it so. */
  readonly repair?: Edit;
}

export interface JsonDocument {
  readonly text: string;
  readonly root: JsonValue | null;
  readonly problems: readonly JsonProblem[];
  /** A bracket is missing or one too many, and what stands in which object was guessed. */
  readonly isUnbalanced: boolean;
}

/** The value of a key; the last one when a key stands twice, as JSON parsers read it. */
export function member(value: JsonValue | null, key: string): JsonValue | undefined {
  if (value?.type !== 'object') return undefined;
  const { properties } = value;
  for (let at = properties.length - 1; at >= 0; at--) {
    const property = properties[at];
    if (property?.key === key) return property.value ?? undefined;
  }
  return undefined;
}
