import { type Sourced, sourced } from '../../text/span.ts';
import { attribute, childrenNamed, valueSpan, type XmlDocument } from '../../xml/tree.ts';
import { yearsOfDocumentVersion } from '../documentVersions.ts';
import { DOCUMENT_TEMPLATE } from '../templates.ts';
import { buildNodes, firstBreadthFirst, type NodeTree } from './nodes.ts';
import { periodStarts } from './values.ts';

/** {@link performanceYearOf} for a tree whose nodes may not have been built yet; `null` for a text without root. */
export function readPerformanceYear(
  xml: XmlDocument,
  nodes: NodeTree | null = buildNodes(xml),
): Sourced<number> | null {
  return nodes === null ? null : performanceYearOf(nodes);
}

/**
 * The performance year a QRDA III file tells: the start of its first reporting parameters act (where
 * CMS's converter reads it), else the version of its document template. `null` when neither tells.
 */
export function performanceYearOf(nodes: NodeTree): Sourced<number> | null {
  return yearOfReportingParameters(nodes) ?? yearOfDocumentTemplate(nodes);
}

function yearOfReportingParameters({ root }: NodeTree): Sourced<number> | null {
  const act = firstBreadthFirst(root, 'reportingParameters');
  const low = act === undefined ? undefined : periodStarts(act.element)[0];
  if (low === undefined || !/^(?:19|20)\d\d/.test(low.value)) return null;
  return sourced(Number(low.value.slice(0, 4)), valueSpan(low));
}

function yearOfDocumentTemplate({ root }: NodeTree): Sourced<number> | null {
  for (const templateId of childrenNamed(root.element, 'templateId')) {
    const extension = attribute(templateId, 'extension');
    if (extension === undefined || attribute(templateId, 'root')?.value !== DOCUMENT_TEMPLATE) continue;
    const year = yearsOfDocumentVersion(extension.value).at(-1);
    if (year !== undefined) return sourced(year, valueSpan(extension));
  }
  return null;
}
