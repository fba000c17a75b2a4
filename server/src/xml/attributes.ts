import { detached } from '../text/detached.ts';
import { isNameStart, isWhiteSpace, nameEndAt, skipWhiteSpace } from './characters.ts';
import { readName } from './names.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';
import { checkReferences, decodeReferences } from './references.ts';
import type { XmlAttribute } from './tree.ts';

/** An attribute while its tag is still being read: its namespace is known only at the tag's end. */
export type OpenAttribute = { -readonly [K in keyof XmlAttribute]: XmlAttribute[K] };

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const AMPERSAND = 38;
const QUOTE = 34;
const APOSTROPHE = 39;

/** From this many on, equal names are looked up instead of compared. */
export const MANY_ATTRIBUTES = 32;

const NO_ATTRIBUTES: readonly OpenAttribute[] = [];

/** Reads attributes up to the end of the tag that the reader is in. */
export function readAttributes(reader: XmlReader, element: string): readonly OpenAttribute[] {
  const { text, tagAttributes: attributes } = reader;
  attributes.length = 0;
  let names: Set<string> | undefined;
  reader.hasNamespaces = false;
  reader.isTagFaulty = false;
  for (;;) {
    const before = reader.position;
    const at = skipWhiteSpace(text, before);
    reader.position = at;
    // Cut to its length: an array that grows by one holds room for many more.
    if (endsTag(text, at)) return attributes.length === 0 ? NO_ATTRIBUTES : attributes.slice();
    if (!isNameStart(text.charCodeAt(at))) {
      fault(reader, `"${text.charAt(at)}" cannot stand inside the tag <${element}>.`, at, at + 1);
      reader.position = at + 1;
      continue;
    }
    if (at === before && attributes.length > 0) {
      const message = `White space is missing before this attribute of <${element}>; or the quote before it is misplaced.`;
      fault(reader, message, at, nameEndAt(text, at));
    }
    const attribute = readAttribute(reader, at);
    if (!attribute) continue;
    if (attributes.length === MANY_ATTRIBUTES) names = new Set(attributes.map(({ name }) => name));
    if (names ? names.has(attribute.name) : isAmong(attributes, attribute.name)) {
      const message = `<${element}> has the attribute ${attribute.name} twice.`;
      report(reader, 'duplicate-attribute', message, attribute.nameStart, attribute.nameEnd);
      continue;
    }
    names?.add(attribute.name);
    attributes.push(attribute);
    reader.hasNamespaces ||= attribute.local !== attribute.name || attribute.name === 'xmlns';
  }
}

function fault(reader: XmlReader, message: string, start: number, end: number): void {
  if (!reader.isTagFaulty) report(reader, 'malformed-attribute', message, start, end);
  reader.isTagFaulty = true;
}

/** `>`, `/>`, the next tag or the end of the file; also a `/` that only its `>` is missing behind. */
function endsTag(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== SLASH) return code === GREATER || code === LESS || Number.isNaN(code);
  if (text.charCodeAt(at + 1) === GREATER) return true;
  const next = text.charCodeAt(skipWhiteSpace(text, at + 1));
  return next === LESS || Number.isNaN(next);
}

function isAmong(attributes: readonly OpenAttribute[], name: string): boolean {
  for (const other of attributes) if (other.name === name) return true;
  return false;
}

function readAttribute(reader: XmlReader, nameStart: number): OpenAttribute | null {
  const { text } = reader;
  const nameEnd = nameEndAt(text, nameStart);
  const { name, local } = readName(reader.names, text, nameStart, nameEnd);
  const equals = skipWhiteSpace(text, nameEnd);
  if (text.charCodeAt(equals) !== EQUALS) {
    fault(reader, `The attribute ${name} has no value; write ${name}="…".`, nameStart, nameEnd);
    reader.position = nameEnd;
    return null;
  }
  const open = skipWhiteSpace(text, equals + 1);
  const attribute: OpenAttribute = {
    name,
    local,
    namespace: null,
    value: '',
    nameStart,
    nameEnd,
    valueStart: open,
    valueEnd: open,
  };
  const quote = text.charCodeAt(open);
  if (quote === QUOTE || quote === APOSTROPHE) readQuoted(reader, attribute, quote);
  else readUnquoted(reader, attribute);
  return attribute;
}

function readUnquoted(reader: XmlReader, attribute: OpenAttribute): void {
  const { text } = reader;
  const { name, valueStart } = attribute;
  let end = valueStart;
  while (!endsTag(text, end) && !isWhiteSpace(text.charCodeAt(end))) end++;
  fault(reader, `The value of ${name} must stand in quotes.`, valueStart, Math.max(end, valueStart + 1));
  endValue(reader, attribute, end, end);
}

function readQuoted(reader: XmlReader, attribute: OpenAttribute, quote: number): void {
  const { text } = reader;
  const valueStart = attribute.valueStart + 1;
  attribute.valueStart = valueStart;
  let at = valueStart;
  let hasReference = false;
  let hasControlSpace = false;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at)) {
    if (code === LESS || at >= text.length) {
      readUnclosedQuote(reader, attribute, at, quote);
      return;
    }
    if (code === AMPERSAND) hasReference = true;
    else if (code < 32) hasControlSpace = true;
  }
  endValue(reader, attribute, at, at + 1);
  // XML 1.0 §3.3.3: line ends and tabs inside a value are read as spaces.
  if (hasControlSpace) attribute.value = attribute.value.replace(/\r\n|[\t\n\r]/g, ' ');
  if (hasReference) {
    checkReferences(reader, valueStart, at);
    attribute.value = decodeReferences(attribute.value);
  }
}

/**
 * A `<` inside a value: either it is just not escaped, or the closing quote is missing and the next tag has
 * begun. A closing quote before the line ends tells the first case.
 */
function readUnclosedQuote(reader: XmlReader, attribute: OpenAttribute, less: number, quote: number): void {
  const { text } = reader;
  const { name, valueStart } = attribute;
  const lineEnd = indexOrEnd(text, '\n', valueStart);
  const close = text.indexOf(String.fromCharCode(quote), less);
  const soFar = text.slice(valueStart, less);
  if (close !== -1 && close < lineEnd && !soFar.includes('>')) {
    fault(reader, `"<" must be written "&lt;" in the value of ${name}.`, less, less + 1);
    endValue(reader, attribute, close, close + 1);
    attribute.value = decodeReferences(attribute.value);
    return;
  }
  const tagEnd = text.slice(valueStart, Math.min(lineEnd, less)).search(/\/?>/);
  const end = tagEnd === -1 ? Math.min(lineEnd, less) : valueStart + tagEnd;
  fault(
    reader,
    `The quote that opens the value of ${name} is never closed.`,
    valueStart - 1,
    Math.max(end, valueStart),
  );
  endValue(reader, attribute, end, end);
}

function endValue(reader: XmlReader, attribute: OpenAttribute, valueEnd: number, position: number): void {
  const value = reader.text.slice(attribute.valueStart, valueEnd);
  attribute.value = reader.outlivesText ? detached(value) : value;
  attribute.valueEnd = valueEnd;
  reader.position = position;
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
