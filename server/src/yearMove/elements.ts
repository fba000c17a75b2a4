import type { XmlElement } from '../xml/tree.ts';

/** An element and all below it, in document order. */
export function* elementsOf(element: XmlElement | null): Iterable<XmlElement> {
  if (!element) return;
  const stack: XmlElement[] = [element];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (child) stack.push(child);
    }
  }
}
