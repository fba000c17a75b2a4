import { type Change, changeBetween } from '../text/change.ts';
import { illegalCharacterOffsets } from './characters.ts';
import { readNext } from './content.ts';
import { declare } from './namespaces.ts';
import { noOpenElements } from './openElements.ts';
import { newReader } from './reader.ts';
import type { OpenElement } from './startTag.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from './tree.ts';

/**
 * Reads an edited text: of the elements only the innermost one around the edit, the others are taken over with their
 * new places. A keystroke costs a copy of the tree, a small part of what reading the text costs.
 * @returns `null` where the whole has to be read, as where a fault may change what the text behind it means
 */
export function rereadXml(text: string, before: XmlDocument): XmlDocument | null {
  if (before.problems.length > 0) return null;
  const change = changeBetween(before.text, text);
  const outdated = innermostAround(before.root, change);
  if (!outdated || !before.root || outdated === before.root) return null;
  const reread = readElement(text, outdated, outdated.end + change.endNow - change.endBefore);
  if (!reread) return null;
  const taken = takeOver(before.root, {
    outdated,
    reread: reread.element,
    shift: change.endNow - change.endBefore,
  });
  return {
    text,
    root: taken,
    problems: [],
    damaged: [],
    elementCount: before.elementCount - countOf(outdated) + reread.elementCount,
  };
}

/** The innermost element in which a change lies, with at least one character of it before and after. */
function innermostAround(root: XmlElement | null, { start, endBefore }: Change): XmlElement | null {
  const isAround = (element: XmlElement) => element.start < start && endBefore < element.end;
  let innermost: XmlElement | null = null;
  for (let next = root ?? undefined; next && isAround(next); next = next.children.find(isAround)) {
    innermost = next;
  }
  return innermost;
}

/** Reads one element again; `null` when there is a fault in it or it ends elsewhere than it should. */
function readElement(
  text: string,
  { start, parent }: XmlElement,
  end: number,
): { readonly element: OpenElement; readonly elementCount: number } | null {
  const ancestors: XmlElement[] = [];
  for (let at = parent; at; at = at.parent) ancestors.unshift(at);
  const open = noOpenElements(ancestors.length);
  for (const { attributes } of ancestors) declare(open.namespaces, attributes);
  const reader = newReader(text, start);
  do readNext(reader, open);
  while (open.stack.length > 0 && reader.position < end && reader.problems.length === 0);
  const isWhole = open.stack.length === 0 && reader.position === end && reader.problems.length === 0;
  if (!isWhole || !reader.root || illegalCharacterOffsets(text.slice(start, end), 1).length > 0) return null;
  return { element: reader.root, elementCount: reader.elementCount };
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
  const moved = (offset: number) => (offset > fixedUpTo ? offset + shift : offset);

  function copy(element: XmlElement, parent: XmlElement | null): XmlElement {
    if (element === outdated) {
      reread.parent = parent;
      return reread;
    }
    const { name, local, namespace, attributes, children, start, nameEnd, openEnd, closeStart, end } =
      element;
    const isFixed = shift === 0 || start < fixedUpTo;
    // The properties in the order in which `startTag.ts` has them, for all elements to be of one shape to the engine.
    const taken: OpenElement = {
      name,
      local,
      namespace,
      parent,
      attributes: isFixed || attributes.length === 0 ? attributes : attributes.map(moveAttribute),
      children,
      start: moved(start),
      nameEnd: moved(nameEnd),
      openEnd: moved(openEnd),
      closeStart: moved(closeStart),
      end: moved(end),
      isTagCut: false,
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
