import type { Span } from '../text/span.ts';
import { nameEndAt } from './characters.ts';
import { elementAt } from './locate.ts';
import type { XmlDocument, XmlElement } from './tree.ts';
import { nameSpan } from './tree.ts';

/** The name in an element's start tag and the one in its end tag. */
export interface TagNames {
  readonly start: Span;
  readonly end: Span;
}

/** The names in both tags of an element; `null` when it is empty-tagged, was never closed or is closed by another name. */
export function tagNamesOf({ text }: XmlDocument, element: XmlElement): TagNames | null {
  const start = element.closeStart + 2;
  const end = nameEndAt(text, start);
  const isClosedByName = element.closeStart < element.end && text.slice(start, end) === element.name;
  return isClosedByName ? { start: nameSpan(element), end: { start, end } } : null;
}

/** The names of the element one of whose tags has its name at the offset; both ends of a name count as in it. */
export function tagNamesAt(document: XmlDocument, offset: number): TagNames | null {
  const element = elementAt(document, offset);
  const names = element && tagNamesOf(document, element);
  return names && (holds(names.start, offset) || holds(names.end, offset)) ? names : null;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
