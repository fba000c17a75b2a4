import type { JsonObject, JsonValue } from '../json/tree.ts';
import { member } from '../json/tree.ts';
import type { Sourced, Span } from '../text/span.ts';
import { sourced } from '../text/span.ts';

/**
 * Where a value is underlined and edited: text without its quotes, as an attribute's value in XML; with them when it
 * is empty, so that there is something to underline.
 */
export function contentSpan(value: JsonValue): Span {
  const { start, end } = value.span;
  return value.type === 'string' && end - start > 2 ? { start: start + 1, end: end - 1 } : value.span;
}

/** The text at a key. A number counts as the text it is written as; anything else, and `null`, as absent. */
export function textAt(object: JsonObject, key: string): Sourced<string> | null {
  const value = member(object, key);
  if (value?.type === 'string') return sourced(value.value, contentSpan(value));
  return value?.type === 'number' ? sourced(value.raw, value.span) : null;
}

/** As {@link textAt}; a value of another type is an empty text at its place, so that nobody takes it for absent. */
export function writtenAt(object: JsonObject, key: string): Sourced<string> | null {
  const value = member(object, key);
  if (value === undefined || value.type === 'null') return null;
  return textAt(object, key) ?? sourced('', value.span);
}

/**
 * The digits at a key. An id that was written as a number has lost its leading zeros: they are given back, so that
 * the id itself is not found fault with on top of its type.
 */
export function idAt(object: JsonObject, key: string, digits: number): Sourced<string> | null {
  const text = writtenAt(object, key);
  const isNumber = member(object, key)?.type === 'number';
  return text && isNumber && /^\d+$/.test(text.value)
    ? sourced(text.value.padStart(digits, '0'), text.span)
    : text;
}

/** The number at a key, also where it is written as text. */
export function numberAt(object: JsonObject, key: string): Sourced<number> | null {
  const value = member(object, key);
  if (value?.type === 'number') return sourced(value.value, value.span);
  if (value?.type !== 'string' || !/^\s*-?\d+(\.\d+)?\s*$/.test(value.value)) return null;
  return sourced(Number(value.value), contentSpan(value));
}

/** The yes or no of a value, also where it is written as text. */
export function booleanOf(value: JsonValue): Sourced<boolean> | null {
  if (value.type === 'boolean') return sourced(value.value, value.span);
  if (value.type !== 'string' || !/^(true|false)$/i.test(value.value)) return null;
  return sourced(value.value.toLowerCase() === 'true', contentSpan(value));
}

/** The bracket an object begins with: the place of a finding about something it lacks. */
export function bracketSpan(object: JsonObject): Span {
  return { start: object.span.start, end: object.span.start + 1 };
}
