import type { QualifiedName } from './names.ts';
import { initialNamespaces, type Namespaces, takeBack } from './namespaces.ts';
import type { OpenElement } from './startTag.ts';
import type { XmlElement } from './tree.ts';

/** A QRDA file is some twenty levels deep. Deeper than this the tree is not built on, so that no walk over it can run out of stack. */
export const DEPTH_LIMIT = 1000;

/** The elements that are open at the reader's position. */
export interface OpenElements {
  /** Outermost first. */
  readonly stack: OpenEntry[];
  /** Elements that are read to their end while their parents are open, in document order: each parent takes its own. */
  readonly finished: XmlElement[];
  /** Counted, since cutting an array to a length is slow. */
  finishedCount: number;
  /** How many elements of a name a fault has closed too early: their own end tags are still to come. */
  readonly closedEarly: Map<string, number>;
  readonly namespaces: Namespaces;
  /** How many elements are open around those of the stack. */
  readonly outerCount: number;
}

interface OpenEntry {
  readonly element: OpenElement;
  readonly name: QualifiedName;
  /** The prefixes its start tag declares. */
  readonly declares: readonly string[];
  /** Where its children begin among the finished elements. */
  readonly firstChild: number;
}

/** @param outerCount how many elements are open already, which are not to be closed */
export function noOpenElements(outerCount = 0): OpenElements {
  return {
    stack: [],
    finished: [],
    finishedCount: 0,
    closedEarly: new Map(),
    namespaces: initialNamespaces(),
    outerCount,
  };
}

/** How many levels deep the reader is. */
export function depth({ stack, outerCount }: OpenElements): number {
  return outerCount + stack.length;
}

export function openInnermost(
  open: OpenElements,
  element: OpenElement,
  name: QualifiedName,
  declares: readonly string[],
): void {
  open.stack.push({ element, name, declares, firstChild: open.finishedCount });
  name.openCount++;
  name.wasOpened = true;
}

/** Ends the innermost element: its content before `closeStart`, itself before `end`. */
export function closeInnermost(open: OpenElements, closeStart: number, end: number): void {
  const entry = open.stack.pop();
  if (!entry) return;
  const { element, name, declares, firstChild } = entry;
  takeBack(open.namespaces, declares);
  element.closeStart = closeStart;
  element.end = end;
  // Cut to its length: an array that grows by one holds room for many more.
  if (open.finishedCount > firstChild) {
    element.children = open.finished.slice(firstChild, open.finishedCount);
    open.finishedCount = firstChild;
  }
  name.openCount--;
  finish(open, element);
}

/** Gives an element that is read to its end to its parent. */
export function finish(open: OpenElements, element: XmlElement): void {
  if (open.stack.length > 0 && depth(open) < DEPTH_LIMIT) open.finished[open.finishedCount++] = element;
}
