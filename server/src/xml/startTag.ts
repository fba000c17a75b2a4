import { isNameStart, isWhiteSpace, nameEndAt, skipWhiteSpace } from './characters.ts';
import type { NamespaceScope } from './namespaces.ts';
import { scopeWithin, splitName } from './namespaces.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';
import { checkReferences, decodeReferences } from './references.ts';
import type { XmlAttribute, XmlElement } from './tree.ts';

/** An element while its content is still being read. */
export type OpenElement = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };

/** A start tag as read: the element it begins, and the namespaces its content sees. */
export interface StartTag {
  readonly element: OpenElement;
  readonly scope: NamespaceScope;
  /** `<id/>`: there is no content to come. */
  readonly isEmpty: boolean;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const AMPERSAND = 38;
const QUOTE = 34;
const APOSTROPHE = 39;

/** Reads the start tag whose `<` stands at the reader's position and whose name is known to begin after it. */
export function readStartTag(reader: XmlReader, parent: XmlElement | null, outer: NamespaceScope): StartTag {
  const { text } = reader;
  const start = reader.position;
  const nameEnd = nameEndAt(text, start + 1);
  const name = text.slice(start + 1, nameEnd);
  reader.position = nameEnd;
  const { attributes, isFaulty } = readAttributes(reader, name);
  const isEmpty = closeTag(reader, name, start, isFaulty);
  const scope = scopeWithin(outer, attributes);
  const { prefix, local } = splitName(name);
  const namespace = scope.get(prefix) ?? null;
  if (prefix !== '' && namespace === null) {
    report(
      reader,
      'undeclared-prefix',
      `The prefix "${prefix}" of <${name}> is not declared with xmlns:${prefix}.`,
      start + 1,
      nameEnd,
    );
  }
  resolveAttributes(reader, attributes, scope);
  reader.elementCount++;
  const openEnd = reader.position;
  const element: OpenElement = {
    name,
    local,
    namespace,
    parent,
    attributes,
    children: [],
    start,
    nameEnd,
    openEnd,
    closeStart: openEnd,
    end: openEnd,
  };
  return { element, scope, isEmpty };
}

type OpenAttribute = { -readonly [K in keyof XmlAttribute]: XmlAttribute[K] };

/** Reads attributes until the tag's end. A fault is told once per tag, since the rest of the tag follows from it. */
function readAttributes(
  reader: XmlReader,
  element: string,
): { attributes: OpenAttribute[]; isFaulty: boolean } {
  const { text } = reader;
  const attributes: OpenAttribute[] = [];
  let isFaulty = false;
  const fault = (message: string, start: number, end: number) => {
    if (!isFaulty) report(reader, 'malformed-attribute', message, start, end);
    isFaulty = true;
  };
  for (;;) {
    const before = reader.position;
    const at = skipWhiteSpace(text, before);
    reader.position = at;
    const code = text.charCodeAt(at);
    if (
      Number.isNaN(code) ||
      code === GREATER ||
      code === LESS ||
      (code === SLASH && text.charCodeAt(at + 1) === GREATER)
    ) {
      return { attributes, isFaulty };
    }
    if (!isNameStart(code)) {
      fault(`"${text.slice(at, at + 1)}" cannot stand inside the tag <${element}>.`, at, at + 1);
      reader.position = at + 1;
      continue;
    }
    if (at === before && attributes.length > 0) {
      fault(
        `White space is missing before this attribute of <${element}>; or the quote before it is misplaced.`,
        at,
        nameEndAt(text, at),
      );
    }
    const attribute = readAttribute(reader, at, fault);
    if (!attribute) continue;
    if (attributes.some((other) => other.name === attribute.name)) {
      report(
        reader,
        'duplicate-attribute',
        `<${element}> has the attribute ${attribute.name} twice.`,
        attribute.nameStart,
        attribute.nameEnd,
      );
    } else attributes.push(attribute);
  }
}

type Fault = (message: string, start: number, end: number) => void;

function readAttribute(reader: XmlReader, nameStart: number, fault: Fault): OpenAttribute | null {
  const { text } = reader;
  const nameEnd = nameEndAt(text, nameStart);
  const name = text.slice(nameStart, nameEnd);
  const equals = skipWhiteSpace(text, nameEnd);
  if (text.charCodeAt(equals) !== EQUALS) {
    fault(`The attribute ${name} has no value; write ${name}="…".`, nameStart, nameEnd);
    reader.position = nameEnd;
    return null;
  }
  const open = skipWhiteSpace(text, equals + 1);
  const quote = text.charCodeAt(open);
  if (quote !== QUOTE && quote !== APOSTROPHE) {
    return readUnquoted(reader, { name, nameStart, nameEnd }, open, fault);
  }
  return readQuoted(reader, { name, nameStart, nameEnd }, open, quote, fault);
}

interface AttributeName {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
}

function readUnquoted(
  reader: XmlReader,
  name: AttributeName,
  valueStart: number,
  fault: Fault,
): OpenAttribute {
  const { text } = reader;
  let end = valueStart;
  for (let code = text.charCodeAt(end); end < text.length; code = text.charCodeAt(++end)) {
    if (
      isWhiteSpace(code) ||
      code === GREATER ||
      code === LESS ||
      (code === SLASH && text.charCodeAt(end + 1) === GREATER)
    )
      break;
  }
  fault(`The value of ${name.name} must stand in quotes.`, valueStart, Math.max(end, valueStart + 1));
  reader.position = end;
  return makeAttribute(name, text.slice(valueStart, end), valueStart, end);
}

function readQuoted(
  reader: XmlReader,
  name: AttributeName,
  open: number,
  quote: number,
  fault: Fault,
): OpenAttribute {
  const { text } = reader;
  const valueStart = open + 1;
  let at = valueStart;
  let hasReference = false;
  let hasControlSpace = false;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) break;
    if (code === LESS) {
      return readUnclosedQuote(reader, name, valueStart, at, quote, fault);
    }
    if (code === AMPERSAND) hasReference = true;
    else if (code < 32) hasControlSpace = true;
  }
  if (at >= text.length) return readUnclosedQuote(reader, name, valueStart, at, quote, fault);
  reader.position = at + 1;
  let value = text.slice(valueStart, at);
  // XML 1.0 §3.3.3: line ends and tabs inside a value are read as spaces.
  if (hasControlSpace) value = value.replace(/\r\n|[\t\n\r]/g, ' ');
  if (hasReference) {
    checkReferences(reader, valueStart, at);
    value = decodeReferences(value);
  }
  return makeAttribute(name, value, valueStart, at);
}

/**
 * A `<` inside a value: either it is just not escaped, or the closing quote is missing and the next tag has
 * begun. A closing quote before the line ends tells the first case.
 */
function readUnclosedQuote(
  reader: XmlReader,
  name: AttributeName,
  valueStart: number,
  less: number,
  quote: number,
  fault: Fault,
): OpenAttribute {
  const { text } = reader;
  const lineEnd = indexOrEnd(text, '\n', valueStart);
  const close = text.indexOf(String.fromCharCode(quote), less);
  const soFar = text.slice(valueStart, less);
  if (close !== -1 && close < lineEnd && !soFar.includes('>')) {
    fault(`"<" must be written "&lt;" in the value of ${name.name}.`, less, less + 1);
    reader.position = close + 1;
    return makeAttribute(name, decodeReferences(text.slice(valueStart, close)), valueStart, close);
  }
  const tagEnd = text.slice(valueStart, Math.min(lineEnd, less)).search(/\/?>/);
  const end = tagEnd === -1 ? Math.min(lineEnd, less) : valueStart + tagEnd;
  fault(
    `The quote that opens the value of ${name.name} is never closed.`,
    valueStart - 1,
    Math.max(end, valueStart),
  );
  reader.position = end;
  return makeAttribute(name, text.slice(valueStart, end), valueStart, end);
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}

function makeAttribute(
  name: AttributeName,
  value: string,
  valueStart: number,
  valueEnd: number,
): OpenAttribute {
  return {
    name: name.name,
    local: name.name,
    namespace: null,
    value,
    nameStart: name.nameStart,
    nameEnd: name.nameEnd,
    valueStart,
    valueEnd,
  };
}

/** Passes the tag's `>` or `/>`; tells whether the element is empty-tagged. */
function closeTag(reader: XmlReader, name: string, start: number, isFaulty: boolean): boolean {
  const { text, position } = reader;
  if (text.charCodeAt(position) === GREATER) {
    reader.position = position + 1;
    return false;
  }
  if (text.charCodeAt(position) === SLASH) {
    reader.position = position + 2;
    return true;
  }
  if (!isFaulty) {
    const where = position >= text.length ? 'The file ends' : 'Another tag begins';
    const message = `${where} before the tag <${name}> is closed with ">".`;
    report(reader, 'malformed-tag', message, start, start + 1 + name.length);
  }
  return false;
}

function resolveAttributes(
  reader: XmlReader,
  attributes: readonly OpenAttribute[],
  scope: NamespaceScope,
): void {
  for (const attribute of attributes) {
    const { prefix, local } = splitName(attribute.name);
    if (prefix === '') continue;
    attribute.local = local;
    attribute.namespace = scope.get(prefix) ?? null;
    if (attribute.namespace === null) {
      report(
        reader,
        'undeclared-prefix',
        `The prefix "${prefix}" of the attribute ${attribute.name} is not declared with xmlns:${prefix}.`,
        attribute.nameStart,
        attribute.nameEnd,
      );
    } else if (
      attributes.some(
        (other) => other !== attribute && other.local === local && other.namespace === attribute.namespace,
      )
    ) {
      report(
        reader,
        'duplicate-attribute',
        `The attribute ${attribute.name} stands twice, under two prefixes of one namespace.`,
        attribute.nameStart,
        attribute.nameEnd,
      );
    }
  }
}
