import type { YearCatalog } from '../../catalog/catalog.ts';
import { readHeader } from '../../qrda3/decode/header.ts';
import { descendants, type NodeTree } from '../../qrda3/decode/nodes.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import type { TemplateKind } from '../../qrda3/templates.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import { aggregateCountCheck } from './aggregateCount.ts';
import { documentCheck } from './document.ts';
import { fileCodes, limitReached, notAccepted, notXml } from './file.ts';
import { iaMeasureCheck } from './iaMeasure.ts';
import { iaSectionCheck } from './iaSection.ts';
import { measureCheck } from './measure.ts';
import { measureDataCheck } from './measureData.ts';
import { measurePerformedCheck } from './measurePerformed.ts';
import { performanceRateCheck } from './performanceRate.ts';
import { piAttestationCheck } from './piAttestation.ts';
import { piPartCheck } from './piPart.ts';
import { piProportionCheck } from './piProportion.ts';
import { piSectionCheck } from './piSection.ts';
import { qualitySectionCheck } from './qualitySection.ts';
import type { ConverterScope, NodeCheck, Refusal, RefusalCode } from './refusal.ts';
import { reportingParametersCheck } from './reportingParameters.ts';

const NODE_CHECKS: readonly NodeCheck[] = [
  documentCheck,
  qualitySectionCheck,
  reportingParametersCheck,
  measureCheck,
  measureDataCheck,
  aggregateCountCheck,
  performanceRateCheck,
  piSectionCheck,
  piProportionCheck,
  piPartCheck,
  piAttestationCheck,
  measurePerformedCheck,
  iaSectionCheck,
  iaMeasureCheck,
];

const CHECK_OF_KIND: ReadonlyMap<TemplateKind, NodeCheck> = new Map(
  NODE_CHECKS.flatMap((check) => check.kinds.map((kind) => [kind, check] as const)),
);

/** Every code of the converter, with its documentation. */
export const converterCodes: readonly RefusalCode[] = [
  ...fileCodes,
  ...NODE_CHECKS.flatMap(({ codes }) => codes),
];

/** A refusal, and whether the converter really gets to giving it. */
export interface ConverterResult extends Refusal {
  /** `false`: hidden by an error that stops the converter, by its limit, or by an equal one. */
  readonly isReported: boolean;
}

const LISTED_ERRORS = 100;

/**
 * The errors CMS's converter gives for a document, in its order (document order, parents first), and
 * those it would give if nothing stopped it. The converter stops at malformed XML (2), at another
 * document template (5) and at a crash (3), and lists at most a hundred errors (82).
 */
export function runConverterChecks(
  xml: XmlDocument,
  nodes: NodeTree | null,
  catalog: YearCatalog | undefined,
  table?: GuideTable,
): ConverterResult[] {
  if (nodes === null) return [{ ...notXml(xml), isReported: true }];
  const scope = { header: readHeader(nodes.root.element), catalog, text: xml.text, table };
  const found = [...checkNodes(nodes, scope)];
  const stop = stopOf(xml, nodes, scope) ?? found.find(({ code }) => code === 3);
  if (stop === undefined) return listed(found, nodes);
  const others = distinct(found.filter((refusal) => refusal !== stop));
  return [{ ...stop, isReported: true }, ...others.map((refusal) => ({ ...refusal, isReported: false }))];
}

function stopOf(xml: XmlDocument, nodes: NodeTree, scope: ConverterScope): Refusal | undefined {
  if (xml.problems.length > 0) return notXml(xml);
  return nodes.isAccepted ? undefined : notAccepted(nodes, scope);
}

interface FoundRefusal extends Refusal {
  /** Equal to an earlier one of the same check, which then counts alone. */
  readonly isRepeated: boolean;
}

function* checkNodes({ root }: NodeTree, scope: ConverterScope): Iterable<FoundRefusal> {
  for (const node of descendants(root)) {
    const check = CHECK_OF_KIND.get(node.kind);
    if (check === undefined) continue;
    let seen: Set<string> | undefined;
    for (const refusal of check.check(node, scope)) {
      seen ??= new Set();
      const key = identityOf(refusal);
      yield { ...refusal, isRepeated: seen.has(key) };
      seen.add(key);
    }
  }
}

/** Equal errors are one to the converter: same code, same place, same message. */
function identityOf({ code, node, detail = '' }: Refusal): string {
  return `${code} ${node?.templateId?.start} ${detail}`;
}

/** The converter cuts its list first and drops equal errors of different checks afterwards. */
function listed(found: readonly FoundRefusal[], { root }: NodeTree): ConverterResult[] {
  const seen = new Set<string>();
  let total = 0;
  const results = found.map((refusal): ConverterResult => {
    if (!refusal.isRepeated) total++;
    const key = identityOf(refusal);
    const isReported = total <= LISTED_ERRORS && !seen.has(key);
    seen.add(key);
    return { ...refusal, isReported };
  });
  const limit = total > LISTED_ERRORS ? [{ ...limitReached(total, root), isReported: true }] : [];
  return [...distinct(results), ...limit];
}

/** Leaves out what says the same of the same place: two checks may look at one count. */
function distinct<R extends Refusal>(refusals: readonly R[]): R[] {
  const seen = new Set<string>();
  return refusals.filter((refusal) => {
    const key = `${identityOf(refusal)} ${refusal.span.start}`;
    return !seen.has(key) && seen.add(key);
  });
}
