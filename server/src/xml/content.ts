import { isNameStart, skipWhiteSpace } from './characters.ts';
import { readEndTag } from './endTag.ts';
import { readCharacterData, readComment, readDoctype, readInstruction } from './markup.ts';
import { takeBack } from './namespaces.ts';
import type { OpenElements } from './openElements.ts';
import { DEPTH_LIMIT, depth, finish, openInnermost } from './openElements.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';
import { checkReferences } from './references.ts';
import { readStartTag } from './startTag.ts';

/** Reads text up to the next markup, then that markup. */
export function readNext(reader: XmlReader, open: OpenElements): void {
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

/** Where the line ends that `from` is in; `end` when that comes first. */
export function lineEndBefore(text: string, from: number, end: number): number {
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
  else if (depth(open) === DEPTH_LIMIT) {
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
