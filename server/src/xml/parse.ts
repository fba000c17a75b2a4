import { illegalCharacterOffsets, isNameStart, nameEndAt, skipWhiteSpace } from './characters.ts';
import { readEndTag } from './endTag.ts';
import { readCharacterData, readComment, readDeclaration, readDoctype, readInstruction } from './markup.ts';
import { noNames } from './names.ts';
import { takeBack } from './namespaces.ts';
import type { OpenElements } from './openElements.ts';
import { closeInnermost, DEPTH_LIMIT, finish, noOpenElements, openInnermost } from './openElements.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';
import { checkReferences } from './references.ts';
import { readStartTag } from './startTag.ts';
import type { XmlDocument } from './tree.ts';

/**
 * Reads a text as XML, non-validating, with namespaces. It always returns: whatever is wrong becomes a problem with
 * its place, and reading goes on behind it. Entities other than XML's own five are never expanded.
 */
export function parseXml(text: string): XmlDocument {
  const reader: XmlReader = {
    text,
    position: text.startsWith('\ufeff') ? 1 : 0,
    problems: [],
    damaged: [],
    names: noNames(),
    tagAttributes: [],
    hasNamespaces: false,
    isTagFaulty: false,
    root: null,
    hasDoctype: false,
    elementCount: 0,
  };
  const open = noOpenElements();
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
  const { root, problems, damaged, elementCount } = reader;
  return { text, root, problems, damaged, elementCount };
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
  const { element, name, declares, isEmpty } = readStartTag(reader, parent?.element ?? null, open.namespaces);
  if (!parent) reader.root = element;
  else if (open.stack.length === DEPTH_LIMIT) {
    report(
      reader,
      'nested-too-deep',
      `Elements are nested more than ${DEPTH_LIMIT} levels deep; what is deeper is not read.`,
      element.start,
      element.openEnd,
    );
  }
  if (isEmpty) {
    takeBack(open.namespaces, declares);
    finish(open, element);
  } else openInnermost(open, element, name, declares);
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
  reader.damaged.push(innermost);
  const end = reader.text.length;
  const isTold = reader.problems.some(
    ({ kind, span }) => kind.startsWith('malformed-') && span.start >= innermost.start,
  );
  if (!isTold) {
    const others = open.stack.length === 1 ? '' : `, and with it its ${open.stack.length - 1} outer elements`;
    const message = `The file ends before <${innermost.name}> is closed${others}.`;
    report(reader, 'unclosed-element', message, innermost.start, innermost.nameEnd);
  }
  while (open.stack.length > 0) closeInnermost(open, end, end);
}
