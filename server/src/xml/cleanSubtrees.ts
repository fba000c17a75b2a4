import type { XmlElement } from './tree.ts';

/**
 * Subtrees of a document in which a check found nothing, by their starts. Where one stands in the next version of the
 * file too, there is nothing to find either: a keystroke costs the check of what stands around it, not of the whole file.
 */
export interface CleanSubtrees {
  readonly text: string;
  readonly byStart: Map<number, CleanSubtree>;
}

interface CleanSubtree {
  readonly end: number;
  readonly around: string;
}

/** A pass over one version of a file. */
export interface SubtreePass {
  readonly before: CleanSubtrees | null;
  readonly now: CleanSubtrees;
  /** How far the text is as in the version before, counted from its start and from its end. */
  readonly sameFromStart: number;
  readonly sameFromEnd: number;
}

/** Longer subtrees are taken apart, since one fault or edit makes all of one worth another check. */
const LONGEST_SUBTREE = 8192;
/** Shorter ones are checked faster than remembered. */
const SHORTEST_SUBTREE = 256;

/** @param before where the version before was clean; `null` for the first */
export function startPass(text: string, before: CleanSubtrees | null): SubtreePass {
  const now = { text, byStart: new Map() };
  if (!before) return { before, now, sameFromStart: 0, sameFromEnd: 0 };
  const most = Math.min(text.length, before.text.length);
  const sameFromStart = longest(most, (length) => text.slice(0, length) === before.text.slice(0, length));
  const sameFromEnd = longest(
    most - sameFromStart,
    (length) => text.slice(text.length - length) === before.text.slice(before.text.length - length),
  );
  return { before, now, sameFromStart, sameFromEnd };
}

/** The greatest length that passes, where all shorter ones pass too. Halving compares long stretches at once, which is fast. */
function longest(most: number, passes: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether an element that stands in no such subtree is one itself. */
export function isSubtree({ start, end }: XmlElement): boolean {
  const length = end - start;
  return length <= LONGEST_SUBTREE && length >= SHORTEST_SUBTREE;
}

/**
 * Runs the check of a subtree unless it was clean before.
 * @param around what the check depends on besides the subtree's text
 * @param check returns whether it found nothing, looking at nothing outside the subtree
 */
export function checkSubtree(
  element: XmlElement,
  around: string,
  pass: SubtreePass,
  check: () => boolean,
): void {
  if (!wasClean(element, around, pass) && !check()) return;
  pass.now.byStart.set(element.start, { end: element.end, around });
}

function wasClean({ start, end }: XmlElement, around: string, pass: SubtreePass): boolean {
  const { before, now, sameFromStart, sameFromEnd } = pass;
  if (!before) return false;
  const shift = before.text.length - now.text.length;
  const shiftHere = end <= sameFromStart ? 0 : start >= now.text.length - sameFromEnd ? shift : null;
  if (shiftHere === null) return false;
  const clean = before.byStart.get(start + shiftHere);
  return clean?.end === end + shiftHere && clean.around === around;
}

/** What the namespaces inside an element depend on: `outer`, and the element's own declarations. */
export function declarationsWithin(element: XmlElement, outer: string): string {
  let declarations = outer;
  for (const { name, value } of element.attributes) {
    if (name.startsWith('xmlns')) declarations += `${name}="${value}" `;
  }
  return declarations;
}
