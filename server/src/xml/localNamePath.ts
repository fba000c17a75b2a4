import type { XmlAttribute, XmlElement } from './tree.ts';

/**
 * The absolute XPath of an element as CMS's converter writes it: each step with local-name() and namespace-uri(), an
 * index only where a sibling has the same name.
 */
export function localNamePath(element: XmlElement): string {
  const step = nameTest(element) + siblingIndex(element);
  return element.parent === null ? `/${step}` : `${localNamePath(element.parent)}/${step}`;
}

/** The same of an attribute. */
export function attributePath(element: XmlElement, { local, namespace }: XmlAttribute): string {
  return `${localNamePath(element)}/@${nameTest({ local, namespace })}`;
}

function nameTest({ local, namespace }: Pick<XmlElement, 'local' | 'namespace'>): string {
  return namespace === null ? local : `*[local-name() = '${local}' and namespace-uri() = '${namespace}']`;
}

function siblingIndex(element: XmlElement): string {
  const twins = (element.parent?.children ?? []).filter(
    ({ local, namespace }) => local === element.local && namespace === element.namespace,
  );
  return twins.length > 1 ? `[${twins.indexOf(element) + 1}]` : '';
}
