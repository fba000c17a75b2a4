import { DOMImplementation, type Document, type Element, type Node } from '@xmldom/xmldom';
import type { Span } from '../text/span.ts';
import { textPieces } from '../xml/text.ts';
import { nameSpan, valueSpan, type XmlAttribute, type XmlDocument, type XmlElement } from '../xml/tree.ts';

/** A DOM for XPath, and where its nodes stand in our text. */
export interface PlacedDom {
  readonly document: Document;
  /** The name of an element, the value of an attribute; text stands at its element. */
  placeOf(node: Node): Span | null;
  /** Sorts nodes into the order of the document. */
  orderOf(node: Node): number;
  /** The namespace that the root element binds a prefix to. */
  namespaceOf(prefix: string): string | undefined;
}

/**
 * Builds the DOM from our own tree rather than by another parser: it is there for damaged files too, is four times as
 * fast, and every node knows its place. Comments and processing instructions are left out.
 */
export function buildDom(xml: XmlDocument): PlacedDom {
  const document = new DOMImplementation().createDocument(null, '', null);
  const places = new Map<Node, Span>();
  const build = (element: XmlElement, parent: Node): void => {
    const node = createElement(document, element);
    parent.appendChild(node);
    places.set(node, nameSpan(element));
    for (const attribute of element.attributes) {
      const made = addAttribute(document, node, attribute);
      if (made) places.set(made, valueSpan(attribute));
    }
    addContent(xml, element, node, build);
  };
  if (xml.root) build(xml.root, document);
  const { root } = xml;
  const placeOf = (node: Node) =>
    places.get(node) ?? (node.parentNode && places.get(node.parentNode)) ?? null;
  return {
    document,
    placeOf,
    // Behind its element's name stands what has no place of its own.
    orderOf: (node) => placeOf(node)?.start ?? -1,
    namespaceOf: (prefix) => root?.attributes.find(({ name }) => name === `xmlns:${prefix}`)?.value,
  };
}

/** Text and child elements in the order they stand. */
function addContent(
  xml: XmlDocument,
  element: XmlElement,
  node: Element,
  build: (child: XmlElement, parent: Node) => void,
): void {
  const { ownerDocument } = node;
  const pieces = textPieces(xml, element);
  let next = 0;
  const addTextBefore = (offset: number) => {
    for (let piece = pieces[next]; piece && piece.span.start < offset; piece = pieces[++next]) {
      if (ownerDocument) node.appendChild(ownerDocument.createTextNode(piece.value));
    }
  };
  for (const child of element.children) {
    addTextBefore(child.start);
    build(child, node);
  }
  addTextBefore(Number.POSITIVE_INFINITY);
}

/** A name with an undeclared prefix is no name of XML namespaces; its local part stands for it. */
function createElement(document: Document, { name, local, namespace }: XmlElement): Element {
  try {
    return document.createElementNS(namespace, namespace === null ? local : name);
  } catch {
    return document.createElementNS(null, 'unreadable');
  }
}

/** Declarations of namespaces are no attributes in XPath's model. */
function addAttribute(document: Document, node: Element, attribute: XmlAttribute): Node | null {
  const { name, local, namespace, value } = attribute;
  if (name === 'xmlns' || name.startsWith('xmlns:')) return null;
  try {
    const made = document.createAttributeNS(namespace, namespace === null ? local : name);
    made.value = value;
    if (node.hasAttributeNS(namespace, local)) return null;
    node.setAttributeNodeNS(made);
    return made;
  } catch {
    return null;
  }
}
