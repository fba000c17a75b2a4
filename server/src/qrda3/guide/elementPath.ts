import { ownValue } from '../../text/ownValue.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { CDA_NAMESPACE, SDTC_NAMESPACE } from '../namespaces.ts';

const PREFIXES: Readonly<Record<string, string>> = { [CDA_NAMESPACE]: '', [SDTC_NAMESPACE]: 'sdtc:' };

/** Where an element stands, as `/ClinicalDocument/component/structuredBody/component[2]/section`: an index only among several of a name. */
export function elementPath(element: XmlElement): string {
  return createElementPaths()(element);
}

/** The same for many elements of one document: siblings are counted once, however many of them are asked for. */
export function createElementPaths(): (element: XmlElement) => string {
  const paths = new Map<XmlElement, string>();
  const pathOf = (element: XmlElement): string => {
    const known = paths.get(element);
    if (known !== undefined) return known;
    const { parent } = element;
    const outer = parent ? pathOf(parent) : '';
    for (const [sibling, step] of stepsOf(parent?.children ?? [element]))
      paths.set(sibling, `${outer}/${step}`);
    return paths.get(element) ?? outer;
  };
  return pathOf;
}

/** Each child with its name, and its index where several have that name. */
function stepsOf(children: readonly XmlElement[]): [XmlElement, string][] {
  const names = children.map(nameOf);
  const total = new Map<string, number>();
  for (const name of names) total.set(name, (total.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return children.map((child, at) => {
    const name = names[at] ?? '';
    const index = (seen.get(name) ?? 0) + 1;
    seen.set(name, index);
    return [child, (total.get(name) ?? 0) > 1 ? `${name}[${index}]` : name];
  });
}

function nameOf({ local, namespace }: XmlElement): string {
  const prefix = ownValue(PREFIXES, namespace ?? '');
  return prefix === undefined ? `{${namespace ?? ''}}${local}` : prefix + local;
}
