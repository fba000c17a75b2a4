import { asKey } from './names.ts';
import type { XmlAttribute, XmlElement } from './tree.ts';

/**
 * What the prefixes stand for at the reader's position; the empty string is the default namespace. Each has the
 * declarations of the open elements, innermost last, where `null` takes back an outer one: a file in which every
 * element declares a prefix is read in time that grows with its length, not with its square.
 */
export type Namespaces = Map<string, (string | null)[]>;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

const NO_PREFIXES: readonly string[] = [];

/** The prefixes that every document has without declaring them. */
export function initialNamespaces(): Namespaces {
  return new Map([
    ['xml', [XML_NAMESPACE]],
    ['xmlns', [XMLNS_NAMESPACE]],
  ]);
}

/** Takes an element's declarations. @returns the prefixes, which {@link takeBack} ends with the element */
export function declare(namespaces: Namespaces, attributes: readonly XmlAttribute[]): readonly string[] {
  let prefixes: string[] | null = null;
  for (const { name, value } of attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
    if (prefix === null) continue;
    const declarations = namespaces.get(prefix);
    const namespace = value === '' ? null : asKey(value);
    if (declarations) declarations.push(namespace);
    else namespaces.set(prefix, [namespace]);
    prefixes ??= [];
    prefixes.push(prefix);
  }
  return prefixes ?? NO_PREFIXES;
}

/** Ends what the innermost element declares. */
export function takeBack(namespaces: Namespaces, prefixes: readonly string[]): void {
  for (const prefix of prefixes) namespaces.get(prefix)?.pop();
}

/** The namespace that a prefix stands for; `null` when none is declared. */
export function namespaceOf(namespaces: Namespaces, prefix: string): string | null {
  return namespaces.get(prefix)?.at(-1) ?? null;
}

/** A prefix that stands for a namespace at an element; `undefined` when none is declared around it. */
export function prefixFor(element: XmlElement, namespace: string): string | undefined {
  const hidden = new Set<string>();
  for (let at: XmlElement | null = element; at; at = at.parent) {
    for (const { name, value } of at.attributes) {
      if (!name.startsWith('xmlns:')) continue;
      if (value === namespace && !hidden.has(name)) return name.slice(6);
      hidden.add(name);
    }
  }
  return undefined;
}
