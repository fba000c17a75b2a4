import { illegalCharacterOffsets, isNameStart, nameEndAt, skipWhiteSpace } from './characters.ts';
import { readCharacterData, readComment, readDeclaration, readDoctype, readInstruction } from './markup.ts';
import type { NamespaceScope } from './namespaces.ts';
import { INITIAL_SCOPE } from './namespaces.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';
import { checkReferences } from './references.ts';
import type { OpenElement } from './startTag.ts';
import { readStartTag } from './startTag.ts';
import type { XmlDocument } from './tree.ts';

/** A QRDA file is some twenty levels deep. Deeper than this the tree is not built on, so that no walk over it can run out of stack. */
const DEPTH_LIMIT = 1000;

/** The elements that are open at the reader's position, outermost first. */
interface OpenElements {
  readonly stack: { readonly element: OpenElement; readonly scope: NamespaceScope }[];
  /** How many open elements have a name: tells at once whether an end tag closes anything. */
  readonly countByName: Map<string, number>;
}

/**
 * Reads a text as XML, non-validating, with namespaces. It always returns: whatever is wrong becomes a problem with
 * its place, and reading goes on behind it. Entities other than XML's own five are never expanded.
 */
export function parseXml(text: string): XmlDocument {
  const reader: XmlReader = {
    text,
    position: text.startsWith('\ufeff') ? 1 : 0,
    problems: [],
    names: new Map(),
    isTagFaulty: false,
    root: null,
    hasDoctype: false,
    elementCount: 0,
  };
  const open: OpenElements = { stack: [], countByName: new Map() };
  readDeclaration(reader);
  while (reader.position < text.length && !(reader.root && open.stack.length === 0)) readNext(reader, open);
  readEpilogue(reader);
  closeAtEnd(reader, open);
  for (const offset of illegalCharacterOffsets(text, 20)) {
    const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    report(reader, 'illegal-character', `The character U+${code} is not allowed in XML.`, offset, offset + 1);
  }
  if (!reader.root && reader.problems.length === 0) {
    report(reader, 'empty-document', 'The file holds no XML element.', 0, text.length);
  }
  reader.problems.sort((a, b) => a.span.start - b.span.start);
  return { text, root: reader.root, problems: reader.problems, elementCount: reader.elementCount };
}

/** Reads text up to the next markup, then that markup. */
function readNext(reader: XmlReader, open: OpenElements): void {
  const { text, position } = reader;
  const less = text.indexOf('<', position);
  const textEnd = less === -1 ? text.length : less;
  if (textEnd > position) readText(reader, open, textEnd);
  reader.position = textEnd;
  if (less === -1) return;
  const code = text.charCodeAt(less + 1);
  if (isNameStart(code)) openElement(reader, open);
  else if (code === 47) readEndTag(reader, open);
  else if (code === 63) readInstruction(reader);
  else if (code === 33) readExclamation(reader, open);
  else {
    report(reader, 'malformed-tag', 'A bare "<" is not XML; write "&lt;".', less, less + 1);
    reader.position = less + 1;
  }
}

function readText(reader: XmlReader, open: OpenElements, end: number): void {
  const { text, position: start } = reader;
  const first = skipWhiteSpace(text, start);
  if (first >= end) return;
  if (open.stack.length === 0) {
    report(
      reader,
      'content-outside-root',
      'Text cannot stand outside the root element.',
      first,
      lineEndBefore(text, first, end),
    );
    return;
  }
  checkReferences(reader, first, end);
  const bracket = text.slice(first, end).indexOf(']]>');
  if (bracket !== -1)
    report(
      reader,
      'illegal-text',
      '"]]>" cannot stand in text; write "]]&gt;".',
      first + bracket,
      first + bracket + 3,
    );
}

function lineEndBefore(text: string, from: number, end: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 || at > end ? end : at;
}

function readExclamation(reader: XmlReader, open: OpenElements): void {
  const { text, position } = reader;
  if (text.startsWith('<!--', position)) readComment(reader);
  else if (text.startsWith('<![CDATA[', position) && open.stack.length > 0) readCharacterData(reader);
  else if (text.startsWith('<!DOCTYPE', position)) readDoctype(reader);
  else {
    report(
      reader,
      'malformed-tag',
      '"<!" begins neither a comment nor a CDATA section.',
      position,
      position + 2,
    );
    reader.position = position + 2;
  }
}

function openElement(reader: XmlReader, open: OpenElements): void {
  const parent = open.stack.at(-1);
  const { element, scope, isEmpty } = readStartTag(
    reader,
    parent?.element ?? null,
    parent?.scope ?? INITIAL_SCOPE,
  );
  if (!parent) reader.root = element;
  else if (open.stack.length < DEPTH_LIMIT) parent.element.children.push(element);
  else if (open.stack.length === DEPTH_LIMIT) {
    report(
      reader,
      'nested-too-deep',
      `Elements are nested more than ${DEPTH_LIMIT} levels deep; what is deeper is not read.`,
      element.start,
      element.openEnd,
    );
  }
  if (isEmpty) return;
  open.stack.push({ element, scope });
  open.countByName.set(element.name, (open.countByName.get(element.name) ?? 0) + 1);
}

/**
 * Reads an end tag. One that belongs to an outer element closes the inner ones too, and these are told as never
 * closed; one that belongs to no open element is told and passed over.
 */
function readEndTag(reader: XmlReader, open: OpenElements): void {
  const { text, position: start } = reader;
  const nameEnd = nameEndAt(text, start + 2);
  const name = text.slice(start + 2, nameEnd);
  const close = skipWhiteSpace(text, nameEnd);
  const isClosed = text.charCodeAt(close) === 62;
  reader.position = isClosed ? close + 1 : close;
  if (!isClosed)
    report(
      reader,
      'malformed-tag',
      `The end tag </${name}> is not closed with ">".`,
      start,
      Math.max(nameEnd, start + 2),
    );
  if (!open.countByName.get(name)) {
    if (isClosed)
      report(reader, 'unexpected-end-tag', `</${name}> closes no open element.`, start, reader.position);
    return;
  }
  for (;;) {
    const element = closeInnermost(open);
    if (!element) return;
    element.closeStart = start;
    element.end = element.name === name ? reader.position : start;
    if (element.name === name) return;
    report(
      reader,
      'unclosed-element',
      `<${element.name}> is never closed: </${element.name}> is missing before </${name}>.`,
      element.start,
      element.nameEnd,
    );
  }
}

function closeInnermost(open: OpenElements): OpenElement | undefined {
  const element = open.stack.pop()?.element;
  if (element) open.countByName.set(element.name, (open.countByName.get(element.name) ?? 1) - 1);
  return element;
}

/** After the root only comments and processing instructions may follow; the first other thing is told and ends the reading. */
function readEpilogue(reader: XmlReader): void {
  const { text } = reader;
  while (reader.root && reader.position < text.length) {
    const at = skipWhiteSpace(text, reader.position);
    if (at >= text.length) return;
    reader.position = at;
    if (text.startsWith('<!--', at)) readComment(reader);
    else if (text.startsWith('<?', at)) readInstruction(reader);
    else {
      const end = isNameStart(text.charCodeAt(at + 1))
        ? nameEndAt(text, at + 1)
        : lineEndBefore(text, at, text.length);
      report(
        reader,
        'content-outside-root',
        `Nothing may follow the root element's end tag </${reader.root.name}>.`,
        at,
        end,
      );
      return;
    }
  }
}

/**
 * At the end of a truncated file all open elements end; that is one fault, told at the innermost of them, unless the
 * cut went through a tag or a comment there, which has been told.
 */
function closeAtEnd(reader: XmlReader, open: OpenElements): void {
  const innermost = open.stack.at(-1)?.element;
  if (!innermost) return;
  const end = reader.text.length;
  const isTold = reader.problems.some(
    ({ kind, span }) => kind.startsWith('malformed-') && span.start >= innermost.start,
  );
  if (!isTold) {
    const others = open.stack.length === 1 ? '' : `, and with it its ${open.stack.length - 1} outer elements`;
    const message = `The file ends before <${innermost.name}> is closed${others}.`;
    report(reader, 'unclosed-element', message, innermost.start, innermost.nameEnd);
  }
  for (const { element } of open.stack) {
    element.closeStart = end;
    element.end = end;
  }
}
