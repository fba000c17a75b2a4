import type { XmlAttribute, XmlElement } from './tree.ts';

/** Prefixes in scope; the empty string is the default namespace. */
export type NamespaceScope = ReadonlyMap<string, string>;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** The prefixes that every document has without declaring them. */
export const INITIAL_SCOPE: NamespaceScope = new Map([
  ['xml', XML_NAMESPACE],
  ['xmlns', XMLNS_NAMESPACE],
]);

/** The scope inside an element: the outer one with the element's own declarations. */
export function scopeWithin(outer: NamespaceScope, attributes: readonly XmlAttribute[]): NamespaceScope {
  let scope: Map<string, string> | null = null;
  for (const { name, value } of attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
    if (prefix === null) continue;
    scope ??= new Map(outer);
    if (value === '') scope.delete(prefix);
    else scope.set(prefix, value);
  }
  return scope ?? outer;
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
