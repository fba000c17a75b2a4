import { type Change, changeBetween } from '../text/change.ts';
import type { Span } from '../text/span.ts';
import { illegalCharacterOffsets } from './characters.ts';
import { readNext } from './content.ts';
import { declare } from './namespaces.ts';
import { noOpenElements } from './openElements.ts';
import { newReader, PROBLEM_LIMIT } from './reader.ts';
import type { OpenElement } from './startTag.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlProblem, XmlProblemKind } from './tree.ts';

/**
 * Reads an edited text: of the elements only the innermost one around the edit, the others are taken over with their
 * new places. A keystroke costs a copy of the tree, a small part of what reading the text costs.
 * @returns `null` where the whole has to be read: where a fault changes what the text behind it means
 */
export function rereadXml(text: string, before: XmlDocument): XmlDocument | null {
  const { root } = before;
  if (!root) return null;
  const change = changeBetween(before.text, text);
  const outdated = innermostAround(root, change);
  if (outdated === root || !isApart(outdated, before)) return null;
  const shift = change.endNow - change.endBefore;
  const reread = readElement(text, outdated, outdated.end + shift);
  if (!reread) return null;
  const problems = [
    ...before.problems
      .filter(({ span }) => !isWithin(outdated, span))
      .map((problem) => moved(problem, outdated, shift)),
    ...reread.problems,
  ];
  if (problems.length >= PROBLEM_LIMIT) return null;
  return {
    text,
    root: takeOver(root, { outdated, reread: reread.element, shift }),
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    damaged: reread.damaged,
    elementCount: before.elementCount - countOf(outdated) + reread.elementCount,
  };
}

/** The innermost element in which a change lies, with at least one character of it before and after. */
function innermostAround(root: XmlElement, { start, endBefore }: Change): XmlElement {
  const isAround = (element: XmlElement) => element.start < start && endBefore < element.end;
  let innermost = root;
  for (let next: XmlElement | undefined = root; next; next = next.children.find(isAround)) innermost = next;
  return innermost;
}

/** Faults that change nothing in how the text behind their tag is read. */
const LOCAL_FAULTS: ReadonlySet<XmlProblemKind> = new Set([
  'malformed-attribute',
  'duplicate-attribute',
  'undefined-entity',
  'bare-ampersand',
  'undeclared-prefix',
  'illegal-text',
]);

/** Whether an element has ended by its own tag, and what is wrong in it has no consequences outside, nor the reverse. */
function isApart(element: XmlElement, { text, problems, damaged }: XmlDocument): boolean {
  const { end, closeStart, parent } = element;
  const isClosed = closeStart < end || text.endsWith('/>', end);
  return (
    isClosed &&
    parent !== null &&
    end < parent.end &&
    damaged.every((other) => isWithin(element, other)) &&
    problems.every(({ kind, span }) =>
      isWithin(element, span) ? kind !== 'doctype' : LOCAL_FAULTS.has(kind),
    )
  );
}

function isWithin({ start, end }: Span, inner: Span): boolean {
  return start <= inner.start && inner.end <= end;
}

/** A problem outside of an element whose end has moved. */
function moved(problem: XmlProblem, { start: fixedUpTo }: XmlElement, shift: number): XmlProblem {
  const { start, end } = problem.span;
  return shift === 0 || start < fixedUpTo
    ? problem
    : { ...problem, span: { start: start + shift, end: end + shift } };
}

/** Faults that are worded by the names that stand before them in the file, or that let entities be. */
const NEEDS_WHOLE: ReadonlySet<XmlProblemKind> = new Set([
  'unclosed-element',
  'unexpected-end-tag',
  'doctype',
]);

interface Reread {
  readonly element: OpenElement;
  readonly elementCount: number;
  readonly problems: readonly XmlProblem[];
  readonly damaged: readonly XmlElement[];
}

/** Reads one element again; `null` where it ends elsewhere than it should, or a fault in it needs the whole to be read. */
function readElement(text: string, { start, parent }: XmlElement, end: number): Reread | null {
  const ancestors: XmlElement[] = [];
  for (let at = parent; at; at = at.parent) ancestors.unshift(at);
  const open = noOpenElements(ancestors.length);
  for (const { attributes } of ancestors) declare(open.namespaces, attributes);
  const reader = newReader(text, start, true);
  do readNext(reader, open);
  while (open.stack.length > 0 && reader.position < end);
  const { root: element, position, problems, damaged, elementCount } = reader;
  if (!element || open.stack.length > 0 || position !== end) return null;
  if (problems.some(({ kind }) => NEEDS_WHOLE.has(kind))) return null;
  return illegalCharacterOffsets(text.slice(start, end), 1).length > 0
    ? null
    : { element, elementCount, problems, damaged };
}

function countOf({ children }: XmlElement): number {
  return children.reduce((count, child) => count + countOf(child), 1);
}

interface Takeover {
  readonly outdated: XmlElement;
  readonly reread: OpenElement;
  /** By how much what stands behind the outdated element has moved. */
  readonly shift: number;
}

function takeOver(root: XmlElement, { outdated, reread, shift }: Takeover): XmlElement {
  const { start: fixedUpTo } = outdated;
  const place = (offset: number) => (offset > fixedUpTo ? offset + shift : offset);

  function copy(element: XmlElement, parent: XmlElement | null): XmlElement {
    if (element === outdated) {
      reread.parent = parent;
      return reread;
    }
    const {
      name,
      local,
      namespace,
      attributes,
      children,
      start,
      nameEnd,
      openEnd,
      closeStart,
      end,
      isTagCut,
    } = element;
    const isFixed = shift === 0 || start < fixedUpTo;
    // The properties in the order in which `startTag.ts` has them, for all elements to be of one shape to the engine.
    const taken: OpenElement = {
      name,
      local,
      namespace,
      parent,
      attributes: isFixed || attributes.length === 0 ? attributes : attributes.map(moveAttribute),
      children,
      start: place(start),
      nameEnd: place(nameEnd),
      openEnd: place(openEnd),
      closeStart: place(closeStart),
      end: place(end),
      isTagCut,
    };
    if (children.length > 0) taken.children = children.map((child) => copy(child, taken));
    return taken;
  }

  function moveAttribute(attribute: XmlAttribute): XmlAttribute {
    const { name, local, namespace, value, nameStart, nameEnd, valueStart, valueEnd } = attribute;
    return {
      name,
      local,
      namespace,
      value,
      nameStart: nameStart + shift,
      nameEnd: nameEnd + shift,
      valueStart: valueStart + shift,
      valueEnd: valueEnd + shift,
    };
  }

  return copy(root, null);
}
