import { type Change, changeBetween } from '../text/change.ts';
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
  /** What the text changed since then. */
  readonly change: Change | null;
}

/** Larger elements are taken apart, since one fault or edit makes all of one worth another check. */
const LONGEST_SUBTREE = 8192;
/** Shorter ones are checked faster than remembered. */
const SHORTEST_SUBTREE = 256;

/** @param before where the version before was clean; `null` for the first */
export function startPass(text: string, before: CleanSubtrees | null): SubtreePass {
  const change = before && changeBetween(before.text, text);
  return { before, now: { text, byStart: new Map() }, change };
}

/**
 * What becomes of an element that stands in no such subtree. `subtree`: it is one. `large`: its own check is remembered
 * apart from those of its children. `small`: it is checked each time.
 */
export function sizeOf({ start, end }: XmlElement): 'small' | 'subtree' | 'large' {
  const length = end - start;
  if (length > LONGEST_SUBTREE) return 'large';
  return length < SHORTEST_SUBTREE ? 'small' : 'subtree';
}

/**
 * Runs the check of a subtree, or that of a large element's own, unless it was clean before.
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
  const { before, change } = pass;
  if (!before || !change) return false;
  const shift = change.endBefore - change.endNow;
  const shiftHere = end <= change.start ? 0 : start >= change.endNow ? shift : null;
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
