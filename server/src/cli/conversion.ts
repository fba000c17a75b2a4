import type { Qrda3Document } from '../document/document.ts';
import { ruleYear } from '../document/performanceYear.ts';
import type { Knowledge } from '../knowledge.ts';
import { convertQrda3 } from '../qrda3/convert.ts';
import type { NodeTree } from '../qrda3/decode/nodes.ts';
import { yearsOfDocumentVersion } from '../qrda3/documentVersions.ts';
import { runConverterChecks } from '../rules/converter/run.ts';
import { formatQppJson } from '../submission/qppJson.ts';
import type { Range } from '../text/lineIndex.ts';
import { attributeValue } from '../xml/tree.ts';

/** An error for which CMS's converter refuses a file. */
export interface Refusal {
  /** CMS's error code. */
  readonly code: number;
  readonly message: string;
  /** `null` where it is about the whole file. */
  readonly range: Range | null;
}

/** What CMS's converter makes of a QRDA III file. */
export interface Conversion {
  /** The QPP JSON, written as the converter writes it; `null` where it refuses the file. */
  readonly text: string | null;
  readonly refusals: readonly Refusal[];
  /** Why the converter, though it reports success, leaves the measurement sets out; `null` where it does not. */
  readonly omission: { readonly reason: string; readonly range: Range } | null;
}

/** By the rules and data of the year that is asked for, else of the file's own. */
export function conversionOf(
  { xml, nodes, lines, performanceYear: fileYear }: Qrda3Document,
  requestedYear: number | null,
  { catalogs }: Knowledge,
): Conversion {
  const year = ruleYear(fileYear, requestedYear, catalogs);
  const catalog = catalogs.year(year);
  const refusals = runConverterChecks(xml, acceptedIn(year, nodes), catalog)
    .filter(({ isReported }) => isReported)
    .map(({ code, span, message }) => ({ code, message, range: lines.rangeOf(span) }));
  if (refusals.length > 0) return { text: null, refusals, omission: null };
  const { json, breakdown } = convertQrda3(nodes, catalog);
  const omission = breakdown && { reason: breakdown.reason, range: lines.rangeOf(breakdown.span) };
  return { text: formatQppJson(json), refusals, omission: omission ?? null };
}

/** What the converter says of a file that is no QRDA III. */
export const NO_QRDA3: Refusal = { code: 5, message: 'The file is no QRDA III document.', range: null };

/** Each year's converter takes the document template of its year; a file of that year is shown to that converter. */
function acceptedIn(year: number, nodes: NodeTree): NodeTree {
  const { element, templateId } = nodes.root;
  const version = templateId && attributeValue(templateId, 'extension');
  const isOfYear =
    element.local === 'ClinicalDocument' && version != null && yearsOfDocumentVersion(version).includes(year);
  return isOfYear ? { ...nodes, isAccepted: true } : nodes;
}
