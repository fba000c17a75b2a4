import { closest } from '../text/closest.ts';
import { nameEndAt, skipWhiteSpace } from './characters.ts';
import { type QualifiedName, readName } from './names.ts';
import type { OpenElements } from './openElements.ts';
import { closeInnermost } from './openElements.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';
import type { OpenElement } from './startTag.ts';

/** Names longer than this are nobody's misspelling, and slow to compare. */
const LONGEST_MISSPELT = 64;

/**
 * Reads the end tag at the reader's position. It closes the innermost element, also when it is misspelt. One that
 * belongs to an outer element closes the inner ones too, which is told once; one that belongs to no open element is
 * told and passed over, unless an earlier fault has closed its element already.
 */
export function readEndTag(reader: XmlReader, open: OpenElements): void {
  const { text, position: start } = reader;
  const nameEnd = nameEndAt(text, start + 2);
  const written = readName(reader.names, text, start + 2, nameEnd);
  const { name } = written;
  const close = skipWhiteSpace(text, nameEnd);
  const isComplete = text.charCodeAt(close) === 62;
  reader.position = isComplete ? close + 1 : close;
  if (!isComplete) {
    const message = `The end tag </${name}> is not closed with ">".`;
    report(reader, 'malformed-tag', message, start, Math.max(nameEnd, start + 2));
  }
  const innermost = open.stack.at(-1)?.element;
  if (innermost?.name === name) closeInnermost(open, start, reader.position);
  else if (innermost && isMeantFor(innermost, name, reader)) {
    if (isComplete) tellMisspelt(reader, innermost, written, start);
    closeInnermost(open, start, reader.position);
  } else if (written.openCount > 0) closeThrough(name, start, reader, open);
  else if (isComplete) tellUnexpected(reader, name, start, open);
}

/** Whether an end tag of another name is this innermost element's: the names are nearly the same, or its parent is closed next. */
function isMeantFor(
  { name: wanted, parent }: OpenElement,
  name: string,
  { text, position }: XmlReader,
): boolean {
  if (isMisspelling(wanted, name)) return true;
  if (!parent || name === parent.name) return false;
  return text.startsWith(`</${parent.name}>`, skipWhiteSpace(text, position));
}

function isMisspelling(wanted: string, name: string): boolean {
  return Math.max(wanted.length, name.length) <= LONGEST_MISSPELT && closest(name, [wanted]) !== undefined;
}

function tellMisspelt(
  reader: XmlReader,
  element: OpenElement,
  { name, wasOpened }: QualifiedName,
  start: number,
): void {
  const isStartTagMisspelt = wasOpened && isMisspelling(element.name, name);
  if (isStartTagMisspelt) {
    const message = `<${element.name}> is closed by </${name}>; start tag and end tag need the same name.`;
    report(reader, 'unclosed-element', message, element.start, element.nameEnd);
  } else {
    const message = `</${name}> stands where </${element.name}> is needed.`;
    report(reader, 'unexpected-end-tag', message, start, reader.position);
  }
}

function tellUnexpected(reader: XmlReader, name: string, start: number, open: OpenElements): void {
  const awaited = open.closedEarly.get(name) ?? 0;
  if (awaited > 0) {
    open.closedEarly.set(name, awaited - 1);
  } else {
    report(reader, 'unexpected-end-tag', `</${name}> closes no open element.`, start, reader.position);
  }
  const around = open.stack.at(-1)?.element;
  if (around) reader.damaged.push(around);
}

/** Closes the innermost element of that name, and all within it, which are told as never closed. */
function closeThrough(name: string, start: number, reader: XmlReader, open: OpenElements): void {
  const unclosed: OpenElement[] = [];
  for (;;) {
    const element = open.stack.at(-1)?.element;
    if (!element) return;
    const isNamed = element.name === name;
    closeInnermost(open, start, isNamed ? reader.position : start);
    if (isNamed) {
      if (unclosed.length > 0) tellUnclosed(reader, unclosed, element, open);
      return;
    }
    unclosed.push(element);
  }
}

/** Tells, at the innermost of them, that elements were never closed inside `around`. */
function tellUnclosed(
  reader: XmlReader,
  unclosed: readonly OpenElement[],
  around: OpenElement,
  open: OpenElements,
): void {
  reader.damaged.push(around);
  for (const { name } of [...unclosed, around])
    open.closedEarly.set(name, (open.closedEarly.get(name) ?? 0) + 1);
  const innermost = unclosed.find(({ isTagCut }) => !isTagCut);
  if (!innermost) return;
  const others = unclosed.length === 1 ? '' : `, nor are ${unclosed.length - 1} elements around it`;
  const message = `<${innermost.name}> is never closed${others}: </${innermost.name}> is missing before </${around.name}>.`;
  report(reader, 'unclosed-element', message, innermost.start, innermost.nameEnd);
}
