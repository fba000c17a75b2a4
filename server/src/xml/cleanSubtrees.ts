import type { XmlElement } from './tree.ts';

/**
 * Subtrees of a document in which a check found nothing. Where one stands in the next version of the file too, there is
 * nothing to find either: a keystroke costs the check of what stands around it, not of the whole file.
 */
export interface CleanSubtrees {
  /** Texts of the subtrees, by what the namespaces inside them depend on. */
  readonly texts: Map<string, Set<string>>;
}

/** A pass over one version of a file. */
export interface SubtreePass {
  readonly text: string;
  /** Of the version before; empty for the first. */
  readonly before: CleanSubtrees;
  readonly now: CleanSubtrees;
}

/** Longer subtrees are taken apart, since one fault or edit makes all of one worth another check. */
const LONGEST_SUBTREE = 8192;
/** Shorter ones are checked faster than remembered. */
const SHORTEST_SUBTREE = 256;

export function noSubtrees(): CleanSubtrees {
  return { texts: new Map() };
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
  { start, end }: XmlElement,
  around: string,
  { text, before, now }: SubtreePass,
  check: () => boolean,
): void {
  const own = text.slice(start, end);
  if (!before.texts.get(around)?.has(own) && !check()) return;
  const clean = now.texts.get(around);
  if (clean) clean.add(own);
  else now.texts.set(around, new Set([own]));
}

/** What the namespaces inside an element depend on: `outer`, and the element's own declarations. */
export function declarationsWithin(element: XmlElement, outer: string): string {
  let declarations = outer;
  for (const { name, value } of element.attributes) {
    if (name.startsWith('xmlns')) declarations += `${name}="${value}" `;
  }
  return declarations;
}
