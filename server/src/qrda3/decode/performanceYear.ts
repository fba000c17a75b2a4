import { type Sourced, sourced } from '../../text/span.ts';
import { attribute, childrenNamed, valueSpan, type XmlDocument } from '../../xml/tree.ts';
import { yearsOfDocumentVersion } from '../documentVersions.ts';
import { DOCUMENT_TEMPLATE } from '../templates.ts';
import { buildNodes, firstBreadthFirst, type NodeTree } from './nodes.ts';
import { periodStarts } from './values.ts';

/**
 * The performance year a QRDA III file tells: the start of its first reporting parameters act (where
 * CMS's converter reads it), else the version of its document template. `null` when neither tells.
 */
export function readPerformanceYear(
  xml: XmlDocument,
  nodes: NodeTree | null = buildNodes(xml),
): Sourced<number> | null {
  return yearOfReportingParameters(nodes) ?? yearOfDocumentTemplate(xml);
}

function yearOfReportingParameters(nodes: NodeTree | null): Sourced<number> | null {
  const act = nodes === null ? undefined : firstBreadthFirst(nodes.root, 'reportingParameters');
  const low = act === undefined ? undefined : periodStarts(act.element)[0];
  if (low === undefined || !/^(?:19|20)\d\d/.test(low.value)) return null;
  return sourced(Number(low.value.slice(0, 4)), valueSpan(low));
}

function yearOfDocumentTemplate(xml: XmlDocument): Sourced<number> | null {
  if (xml.root === null) return null;
  for (const templateId of childrenNamed(xml.root, 'templateId')) {
    const extension = attribute(templateId, 'extension');
    if (extension === undefined || attribute(templateId, 'root')?.value !== DOCUMENT_TEMPLATE) continue;
    const year = yearsOfDocumentVersion(extension.value).at(-1);
    if (year !== undefined) return sourced(year, valueSpan(extension));
  }
  return null;
}
