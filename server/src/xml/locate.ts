import type { XmlAttribute, XmlDocument, XmlElement } from './tree.ts';

/** The innermost element whose tags or content hold the offset. */
export function elementAt(document: XmlDocument, offset: number): XmlElement | null {
  let found: XmlElement | null = null;
  let next = document.root && contains(document.root, offset) ? document.root : undefined;
  while (next) {
    found = next;
    next = childAt(next.children, offset);
  }
  return found;
}

/** The attribute whose name or value holds the offset; the value's end counts as inside. */
export function attributeAt(element: XmlElement, offset: number): XmlAttribute | undefined {
  return element.attributes.find(
    (attribute) => offset >= attribute.nameStart && offset <= attribute.valueEnd,
  );
}

function contains(element: XmlElement, offset: number): boolean {
  return element.start <= offset && offset < element.end;
}

/** Children stand in document order, so the one that holds an offset is found by halving. */
function childAt(children: readonly XmlElement[], offset: number): XmlElement | undefined {
  let low = 0;
  let high = children.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = children[middle];
    if (!candidate) return undefined;
    if (offset < candidate.start) high = middle - 1;
    else if (offset >= candidate.end) low = middle + 1;
    else return candidate;
  }
  return undefined;
}
