import type { XmlDocument, XmlElement, XmlProblemKind } from '../xml/tree.ts';

/** Tells which elements are not to be laid out: what belongs to them was guessed. */
export interface DamagedStretches {
  /** Whether an element's own content, not only that of a child, is damaged. */
  holds(element: XmlElement): boolean;
}

/** Faults that leave it open which tags and texts belong together. */
const STRUCTURAL: ReadonlySet<XmlProblemKind> = new Set([
  'unclosed-element',
  'unexpected-end-tag',
  'malformed-tag',
  'malformed-attribute',
  'malformed-comment',
  'nested-too-deep',
]);

/** The reader tells no more than so many problems: behind the last, damage is not known. */
const PROBLEM_LIMIT = 100;

/** Where a document is damaged, by what the reader told. */
export function damagedStretches({ damaged, problems, text }: XmlDocument): DamagedStretches {
  const elements = new Set(damaged);
  const offsets = problems.filter(({ kind }) => STRUCTURAL.has(kind)).map(({ span }) => span.start);
  if (problems.length >= PROBLEM_LIMIT) offsets.push(problems.at(-1)?.span.start ?? 0, text.length);
  return {
    holds(element) {
      if (elements.has(element)) return true;
      // A problem's place is within the tag it is about, so it counts for the element around that tag's too.
      return offsets.some(
        (offset) =>
          offset >= element.openEnd &&
          offset <= element.end &&
          !element.children.some(({ openEnd, end }) => offset >= openEnd && offset < end),
      );
    },
  };
}
