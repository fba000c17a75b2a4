import type { QppDocument } from '../document/document.ts';
import { formatJsonPath, pathAt } from '../json/path.ts';
import { attributePath, localNamePath } from '../xml/localNamePath.ts';
import { attributeAt, elementAt } from '../xml/locate.ts';

/**
 * The path of what stands at an offset, as CMS's error reports write it: an XPath with local-name() of an element or
 * attribute, `measurementSets[0].measurements[24]` in JSON. `null` outside of everything.
 */
export function documentPathAt(document: QppDocument, offset: number): string | null {
  if (document.format !== 'qrda3' && document.json)
    return formatJsonPath(pathAt(document.json, offset)) || null;
  const xml = document.format === 'qpp-json' ? null : document.xml;
  const element = xml && elementAt(xml, offset);
  if (!element) return null;
  const attribute = attributeAt(element, offset);
  return attribute ? attributePath(element, attribute) : localNamePath(element);
}
