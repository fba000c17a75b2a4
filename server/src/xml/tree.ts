import type { Span } from '../text/span.ts';

/** An attribute as written, with its value decoded. Offsets point into the source text. */
export interface XmlAttribute {
  /** Qualified name as written, e.g. `xsi:type`. */
  readonly name: string;
  /** Name without its prefix. */
  readonly local: string;
  /** Namespace URI; `null` for an attribute without prefix or with an undeclared one. */
  readonly namespace: string | null;
  /** Value with entities replaced and white space normalised as XML 1.0 §3.3.3 asks. */
  readonly value: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Between the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/**
 * An element with the offsets of everything an editor wants to point at.
 * Text is not kept as nodes: {@link textPieces} reads it from the source on demand, since
 * nearly all text in a QRDA file is indentation.
 */
export interface XmlElement {
  /** Qualified name as written. */
  readonly name: string;
  readonly local: string;
  /** Namespace URI, `null` when the element is in none. */
  readonly namespace: string | null;
  readonly parent: XmlElement | null;
  readonly attributes: readonly XmlAttribute[];
  /** Child elements in document order. */
  readonly children: readonly XmlElement[];
  /** Offset of `<`. The name follows at `start + 1`. */
  readonly start: number;
  /** Offset just after the name in the start tag. */
  readonly nameEnd: number;
  /** Offset just after the `>` of the start tag. */
  readonly openEnd: number;
  /** Offset of `</`; equals `end` when the element is empty-tagged or was never closed. */
  readonly closeStart: number;
  /** Offset just after the whole element. */
  readonly end: number;
  /** Its start tag has no `>`. */
  readonly isTagCut: boolean;
}

/** What is wrong with a text as XML; the reader goes on after each. */
export interface XmlProblem {
  readonly kind: XmlProblemKind;
  readonly message: string;
  readonly span: Span;
}

export type XmlProblemKind =
  | 'empty-document'
  | 'doctype'
  | 'unclosed-element'
  | 'unexpected-end-tag'
  | 'malformed-tag'
  | 'malformed-attribute'
  | 'duplicate-attribute'
  | 'undefined-entity'
  | 'bare-ampersand'
  | 'illegal-character'
  | 'illegal-text'
  | 'malformed-comment'
  | 'malformed-declaration'
  | 'undeclared-prefix'
  | 'content-outside-root'
  | 'nested-too-deep'
  | 'encoding';

/** The result of reading a text as XML. There is a root as soon as one start tag could be read. */
export interface XmlDocument {
  readonly text: string;
  readonly root: XmlElement | null;
  readonly problems: readonly XmlProblem[];
  /** Elements whose content is not what the author meant: a tag is missing or wrong in them. */
  readonly damaged: readonly XmlElement[];
  /** Number of elements in the tree. */
  readonly elementCount: number;
}

/** The first attribute of that qualified name. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  for (const candidate of element.attributes) if (candidate.name === name) return candidate;
  return undefined;
}

/** The value of the first attribute of that qualified name. */
export function attributeValue(element: XmlElement, name: string): string | undefined {
  return attribute(element, name)?.value;
}

/** The first child element of that local name, in any namespace. */
export function child(element: XmlElement, local: string): XmlElement | undefined {
  for (const candidate of element.children) if (candidate.local === local) return candidate;
  return undefined;
}

/** All child elements of that local name, in any namespace. */
export function childrenNamed(element: XmlElement, local: string): XmlElement[] {
  return element.children.filter((candidate) => candidate.local === local);
}

/** All elements reached by following the local names one level at a time. */
export function descendantsAt(element: XmlElement, path: readonly string[]): XmlElement[] {
  let level: XmlElement[] = [element];
  for (const local of path) level = level.flatMap((parent) => childrenNamed(parent, local));
  return level;
}

/** The name in the start tag: the usual place for a finding about the whole element. */
export function nameSpan(element: XmlElement): Span {
  return { start: element.start + 1, end: element.nameEnd };
}

/** The whole start tag, `<` to `>`. */
export function openTagSpan(element: XmlElement): Span {
  return { start: element.start, end: element.openEnd };
}

/** The attribute's value without its quotes; the quotes too when it is empty, so there is something to underline. */
export function valueSpan(attribute: XmlAttribute): Span {
  if (attribute.valueEnd > attribute.valueStart) {
    return { start: attribute.valueStart, end: attribute.valueEnd };
  }
  return { start: attribute.valueStart - 1, end: attribute.valueEnd + 1 };
}
