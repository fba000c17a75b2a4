import { type Sourced, sourced } from '../../text/span.ts';
import { attribute, childrenNamed, valueSpan, type XmlAttribute } from '../../xml/tree.ts';
import { yearsOfDocumentVersion } from '../documentVersions.ts';
import { DOCUMENT_TEMPLATE } from '../templates.ts';
import { descendants, firstBreadthFirst, type NodeTree } from './nodes.ts';
import { periodStarts } from './values.ts';

/**
 * The performance year CMS files a document under: the start of its first reporting parameters act, where CMS's
 * converter reads it; else the version of its document template. `null` when neither tells.
 */
export function performanceYearOf(nodes: NodeTree): Sourced<number> | null {
  const act = firstBreadthFirst(nodes.root, 'reportingParameters');
  const low = act && periodStarts(act.element)[0];
  const year = low && yearOfDate(low);
  if (low && year) return sourced(year, valueSpan(low));
  const version = documentVersion(nodes);
  const [newest] = version ? yearsOfDocumentVersion(version.value).slice(-1) : [];
  return version && newest !== undefined ? sourced(newest, valueSpan(version)) : null;
}

/**
 * The performance year a document was written for, whose rules apply to it: the year that most of its reporting
 * periods begin in, checked against its document template. A period before the template's year is an old date in a
 * new file, and the template decides; a period after it is an old template in a file that has moved on, and the
 * period decides. `null` when neither tells.
 */
export function yearWrittenFor(nodes: NodeTree): number | null {
  const period = mostFrequentPeriodYear(nodes);
  const version = documentVersion(nodes);
  const newest = version && yearsOfDocumentVersion(version.value).at(-1);
  if (period === null || newest === undefined || newest === null) return period ?? newest ?? null;
  const isOfTemplate = version && yearsOfDocumentVersion(version.value).includes(period);
  return isOfTemplate || period > newest ? period : newest;
}

/** Of years that are equally frequent, the first in the document. */
function mostFrequentPeriodYear({ root }: NodeTree): number | null {
  const counts = new Map<number, number>();
  for (const node of descendants(root)) {
    if (node.kind !== 'reportingParameters') continue;
    const [low] = periodStarts(node.element);
    const year = low && yearOfDate(low);
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

function yearOfDate({ value }: XmlAttribute): number | null {
  return /^(?:19|20)\d\d/.test(value) ? Number(value.slice(0, 4)) : null;
}

/** The extension of CMS's document template, when it is the version of some year. */
function documentVersion({ root }: NodeTree): XmlAttribute | undefined {
  return childrenNamed(root.element, 'templateId')
    .filter((templateId) => attribute(templateId, 'root')?.value === DOCUMENT_TEMPLATE)
    .flatMap((templateId) => attribute(templateId, 'extension') ?? [])
    .find(({ value }) => yearsOfDocumentVersion(value).length > 0);
}
