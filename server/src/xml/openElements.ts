import type { NamespaceScope } from './namespaces.ts';
import type { OpenElement } from './startTag.ts';

/** The elements that are open at the reader's position. */
export interface OpenElements {
  /** Outermost first. */
  readonly stack: { readonly element: OpenElement; readonly scope: NamespaceScope }[];
  /** How many open elements have a name: tells at once whether an end tag closes anything. */
  readonly countByName: Map<string, number>;
  /** How many elements of a name a fault has closed too early: their own end tags are still to come. */
  readonly closedEarly: Map<string, number>;
}

export function noOpenElements(): OpenElements {
  return { stack: [], countByName: new Map(), closedEarly: new Map() };
}

export function openInnermost(open: OpenElements, element: OpenElement, scope: NamespaceScope): void {
  open.stack.push({ element, scope });
  open.countByName.set(element.name, (open.countByName.get(element.name) ?? 0) + 1);
}

/** Ends the innermost element: its content before `closeStart`, itself before `end`. */
export function closeInnermost(open: OpenElements, closeStart: number, end: number): void {
  const element = open.stack.pop()?.element;
  if (!element) return;
  element.closeStart = closeStart;
  element.end = end;
  open.countByName.set(element.name, (open.countByName.get(element.name) ?? 1) - 1);
}
