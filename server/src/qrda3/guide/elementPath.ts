import type { XmlElement } from '../../xml/tree.ts';

const PREFIXES: Readonly<Record<string, string>> = { 'urn:hl7-org:v3': '', 'urn:hl7-org:sdtc': 'sdtc:' };

/** Where an element stands, as `/ClinicalDocument/component/structuredBody/component[2]/section`: an index only among several of a name. */
export function elementPath(element: XmlElement): string {
  let path = '';
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const { local, namespace } = at;
    const same = (at.parent?.children ?? [at]).filter(
      (sibling) => sibling.local === local && sibling.namespace === namespace,
    );
    const index = same.length > 1 ? `[${same.indexOf(at) + 1}]` : '';
    path = `/${nameOf(local, namespace)}${index}${path}`;
  }
  return path;
}

function nameOf(local: string, namespace: string | null): string {
  const prefix = PREFIXES[namespace ?? ''];
  return prefix === undefined ? `{${namespace ?? ''}}${local}` : prefix + local;
}
