import type { Span } from '../text/span.ts';
import type { XmlDocument, XmlElement } from './tree.ts';

/** What an offset of a text is in the middle of, also while a tag there is still being typed. */
export type XmlCursor = TagCursor | EndTagCursor | AttributeCursor | ValueCursor;

/** Between tags, or in the name of a start tag: an element may be written here. */
export interface TagCursor {
  readonly kind: 'tag';
  /** `null`: outside the root element. */
  readonly parent: XmlElement | null;
  /** The parent's other children, those before and those after the place. */
  readonly before: readonly XmlElement[];
  readonly after: readonly XmlElement[];
  /** What has been typed of the element, its `<` included where there is one. */
  readonly span: Span;
  /** The tag goes on behind its name, so the name alone is to be written. */
  readonly isNameOnly: boolean;
}

/** In an end tag. */
export interface EndTagCursor {
  readonly kind: 'endTag';
  /** The element that is open here. */
  readonly element: XmlElement;
  /** From `</` to the end of the name, and the `>` where there is one. */
  readonly span: Span;
}

/** In a start tag where an attribute may begin, or in an attribute's name. */
export interface AttributeCursor {
  readonly kind: 'attribute';
  readonly element: XmlElement;
  readonly span: Span;
  /** The attribute has its value already. */
  readonly isNameOnly: boolean;
}

/** In the value of an attribute. */
export interface ValueCursor {
  readonly kind: 'value';
  readonly element: XmlElement;
  readonly name: string;
  /** Between the quotes. */
  readonly span: Span;
  /** What the place lacks: the quote that opens the value, the one that closes it. */
  readonly opening: '' | '"';
  readonly closing: '' | '"' | "'";
}

/** No name of an end tag that is being typed is longer. */
const END_TAG_LIMIT = 100;

/** @returns `null` in comments, CDATA sections, declarations and between an attribute's name and its value */
export function xmlCursorAt(document: XmlDocument, offset: number): XmlCursor | null {
  const element = innermostAt(document, offset);
  const { text } = document;
  const endTag = /<\/[^\s<>/="']*$/.exec(text.slice(Math.max(0, offset - END_TAG_LIMIT), offset));
  if (endTag) return endTagCursor(document, offset - endTag[0].length, offset);
  if (!element) return contentCursor(document, null, offset);
  if (offset < element.openEnd || (offset === element.openEnd && isCut(text, element))) {
    return offset <= element.nameEnd ? nameCursor(text, element) : tagCursor(text, element, offset);
  }
  return offset > element.closeStart && element.closeStart < element.end
    ? null
    : contentCursor(document, element, offset);
}

/** Whether the start tag has no `>`: what follows it in the text was read as its content. */
function isCut(text: string, { openEnd }: XmlElement): boolean {
  return text[openEnd - 1] !== '>';
}

/** The innermost element that began before the offset and has not ended there. */
function innermostAt({ root, text }: XmlDocument, offset: number): XmlElement | null {
  let found: XmlElement | null = null;
  let next = root ?? undefined;
  while (next && next.start < offset && (offset < next.end || isOpenAt(text, next, offset))) {
    found = next;
    next = lastBefore(next.children, offset);
  }
  return found;
}

function isOpenAt(text: string, { end }: XmlElement, offset: number): boolean {
  return end === offset && text[end - 1] !== '>';
}

/** The last child that begins before the offset. */
function lastBefore(children: readonly XmlElement[], offset: number): XmlElement | undefined {
  return children[countBefore(children, offset) - 1];
}

function countBefore(children: readonly XmlElement[], offset: number): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function contentCursor(
  { text, root }: XmlDocument,
  parent: XmlElement | null,
  offset: number,
): TagCursor | null {
  const siblings = parent ? parent.children : root ? [root] : [];
  const count = countBefore(siblings, offset);
  const before = siblings.slice(0, count);
  const from = before.at(-1)?.end ?? parent?.openEnd ?? 0;
  const since = text.slice(from, offset);
  if (isInMarkup(since)) return null;
  const typed = /[^\n\r<>]*$/.exec(since)?.[0].trimStart() ?? '';
  const start = offset - typed.length;
  const bracket = text[start - 1] === '<' && typed === '' ? 1 : 0;
  const span = { start: start - bracket, end: offset };
  return { kind: 'tag', parent, before, after: siblings.slice(count), span, isNameOnly: false };
}

/** Whether a comment, CDATA section or instruction is still open at the end of a text between two tags. */
function isInMarkup(since: string): boolean {
  return [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ].some(([open = '', close = '']) => {
    const start = since.lastIndexOf(open);
    return start !== -1 && !since.includes(close, start);
  });
}

function endTagCursor(document: XmlDocument, start: number, offset: number): EndTagCursor | null {
  const { text } = document;
  let element = innermostAt(document, start);
  // A start tag without ">" before it is not closed yet either.
  while (element && start < element.openEnd && !isCut(text, element)) element = element.parent;
  const rest = /^[^\s<>/="']*>?/.exec(text.slice(offset, offset + END_TAG_LIMIT))?.[0] ?? '';
  return element && { kind: 'endTag', element, span: { start, end: offset + rest.length } };
}

function nameCursor(text: string, element: XmlElement): TagCursor {
  const { parent } = element;
  const siblings = parent?.children ?? [element];
  const index = siblings.indexOf(element);
  const isAlone = isCut(text, element) && element.attributes.length === 0;
  const swallowed = isCut(text, element) ? element.children : [];
  return {
    kind: 'tag',
    parent,
    before: siblings.slice(0, index),
    after: [...swallowed, ...siblings.slice(index + 1)],
    span: { start: element.start, end: element.nameEnd },
    isNameOnly: !isAlone,
  };
}

const ATTRIBUTE = /([^\s=<>"'/]+)(?:(\s*=\s*)("[^"<]*"?|'[^'<]*'?|[^\s<>"']*))?/y;

/** Behind the name of a start tag: reads on to the offset, attribute by attribute. */
function tagCursor(text: string, element: XmlElement, offset: number): AttributeCursor | ValueCursor | null {
  let at = element.nameEnd;
  while (at < offset) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match) {
      at++;
      continue;
    }
    const [whole, name = '', equals, value = ''] = match;
    const nameEnd = at + name.length;
    if (offset <= nameEnd) {
      return {
        kind: 'attribute',
        element,
        span: { start: at, end: nameEnd },
        isNameOnly: equals !== undefined,
      };
    }
    const valueAt = nameEnd + (equals?.length ?? 0);
    if (equals !== undefined && offset >= valueAt && isWithin(text, valueAt, value, offset)) {
      return valueCursor(text, element, name, valueAt, offset);
    }
    if (equals !== undefined && offset < valueAt) return null;
    at += whole.length;
  }
  return /\s/.test(text[offset - 1] ?? '')
    ? { kind: 'attribute', element, span: { start: offset, end: offset }, isNameOnly: false }
    : null;
}

/** Whether an offset behind the equals sign is in the value: before its closing quote, or where one is still to come. */
function isWithin(text: string, valueAt: number, value: string, offset: number): boolean {
  const quote = /^["']/.exec(value)?.[0];
  if (quote === undefined) return offset <= valueAt + value.length;
  const isClosed = value.length > 1 && value.endsWith(quote);
  const end = valueAt + value.length - (isClosed ? 1 : 0);
  // A quote that is never closed on its line takes in what follows it; the author is in its first line.
  const hasLeftTag = !isClosed && /[>\n]/.test(text.slice(valueAt, offset));
  return offset > valueAt && offset <= end && !hasLeftTag;
}

function valueCursor(
  text: string,
  element: XmlElement,
  name: string,
  valueAt: number,
  offset: number,
): ValueCursor {
  const quote = /["']/.exec(text[valueAt] ?? '')?.[0];
  const start = valueAt + (quote === undefined ? 0 : 1);
  const rest = text.slice(offset, indexOrEnd(text, '<', offset)).split('\n', 1)[0] ?? '';
  const close = quote === undefined ? -1 : rest.indexOf(quote);
  // Behind a quote that is missing stands the next attribute, or the tag's end.
  const isClosed = close !== -1 && !/[=>]/.test(rest.slice(0, close));
  const end = offset + (isClosed ? close : (/^[\w.:-]*/.exec(rest)?.[0].length ?? 0));
  return {
    kind: 'value',
    element,
    name,
    span: { start, end },
    opening: quote === undefined ? '"' : '',
    closing: isClosed ? '' : quote === "'" ? "'" : '"',
  };
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
