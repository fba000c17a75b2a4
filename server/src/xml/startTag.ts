import type { OpenAttribute } from './attributes.ts';
import { MANY_ATTRIBUTES, readAttributes } from './attributes.ts';
import { nameEndAt, skipWhiteSpace } from './characters.ts';
import { type QualifiedName, readName } from './names.ts';
import { declare, type Namespaces, namespaceOf } from './namespaces.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';
import type { XmlElement } from './tree.ts';

/** An element while its content is still being read; its children are known at its end. */
export type OpenElement = { -readonly [K in keyof XmlElement]: XmlElement[K] };

/** A start tag as read: the element it begins, and the prefixes that it declares until the element ends. */
export interface StartTag {
  readonly element: OpenElement;
  readonly name: QualifiedName;
  readonly declares: readonly string[];
  /** `<id/>`: there is no content to come. */
  readonly isEmpty: boolean;
}

const NO_CHILDREN: readonly XmlElement[] = [];
const NO_PREFIXES: readonly string[] = [];

/** Reads the start tag whose `<` stands at the reader's position and whose name is known to begin after it. */
export function readStartTag(reader: XmlReader, parent: XmlElement | null, namespaces: Namespaces): StartTag {
  const start = reader.position;
  const nameEnd = nameEndAt(reader.text, start + 1);
  const qualifiedName = readName(reader.names, reader.text, start + 1, nameEnd);
  const { name, prefix, local } = qualifiedName;
  reader.position = nameEnd;
  const attributes = readAttributes(reader, name);
  const { hasNamespaces } = reader;
  const tagEnd = closeTag(reader, name, start);
  const declares = hasNamespaces ? declare(namespaces, attributes) : NO_PREFIXES;
  const namespace = namespaceOf(namespaces, prefix);
  if (prefix !== '' && namespace === null) {
    const message = `The prefix "${prefix}" of <${name}> is not declared with xmlns:${prefix}.`;
    report(reader, 'undeclared-prefix', message, start + 1, nameEnd);
  }
  if (hasNamespaces) resolveAttributes(reader, attributes, namespaces);
  reader.elementCount++;
  const end = reader.position;
  const element: OpenElement = {
    name,
    local,
    namespace,
    parent,
    attributes,
    children: NO_CHILDREN,
    start,
    nameEnd,
    openEnd: end,
    closeStart: end,
    end,
    isTagCut: tagEnd === 'cut',
  };
  return { element, name: qualifiedName, declares, isEmpty: tagEnd === 'empty' };
}

/** Passes the tag's `>` or `/>`, and tells it when it is missing. */
function closeTag(reader: XmlReader, name: string, start: number): 'open' | 'empty' | 'cut' {
  const { text, position } = reader;
  const character = text[position];
  if (character === '>') {
    reader.position = position + 1;
    return 'open';
  }
  const isEmpty = character === '/';
  if (isEmpty && text[position + 1] === '>') {
    reader.position = position + 2;
    return 'empty';
  }
  if (isEmpty) reader.position = position + 1;
  if (!reader.isTagFaulty) {
    const where =
      skipWhiteSpace(text, reader.position) >= text.length ? 'The file ends' : 'Another tag begins';
    const message = `${where} before the tag <${name}> is closed with ">".`;
    report(reader, 'malformed-tag', message, start, start + 1 + name.length);
  }
  return isEmpty ? 'empty' : 'cut';
}

function resolveAttributes(
  reader: XmlReader,
  attributes: readonly OpenAttribute[],
  namespaces: Namespaces,
): void {
  const isRepeated = repetition(attributes);
  for (const attribute of attributes) {
    const { name, local, nameStart, nameEnd } = attribute;
    if (local === name) continue;
    const prefix = name.slice(0, name.length - local.length - 1);
    attribute.namespace = namespaceOf(namespaces, prefix);
    if (attribute.namespace === null) {
      const message = `The prefix "${prefix}" of the attribute ${name} is not declared with xmlns:${prefix}.`;
      report(reader, 'undeclared-prefix', message, nameStart, nameEnd);
    } else if (isRepeated(attribute)) {
      const message = `The attribute ${name} stands twice, under two prefixes of one namespace.`;
      report(reader, 'duplicate-attribute', message, nameStart, nameEnd);
    }
  }
}

/** Tells of attributes, in their order, whether one before has the same local name in the same namespace. */
function repetition(attributes: readonly OpenAttribute[]): (attribute: OpenAttribute) => boolean {
  if (attributes.length < MANY_ATTRIBUTES) {
    return (attribute) => attributes.some((other) => other !== attribute && isSameName(other, attribute));
  }
  const known = new Set<string>();
  return ({ namespace, local }) => {
    const { size } = known;
    // A local name has no blank.
    return known.add(`${local} ${namespace}`).size === size;
  };
}

function isSameName(a: OpenAttribute, b: OpenAttribute): boolean {
  return a.local === b.local && a.namespace === b.namespace;
}
