import type { DocumentSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Catalogs, YearCatalog } from '../../catalog/catalog.ts';
import type { QppDocument } from '../../document/document.ts';
import type { Identifier, MeasurementSet, Submission } from '../../submission/submission.ts';
import { ownValue } from '../../text/ownValue.ts';
import type { Sourced, Span } from '../../text/span.ts';
import { elementAt } from '../../xml/locate.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { extentOf } from '../extent.ts';
import { measureNode } from './measureNodes.ts';
import { type OutlineNode, toSymbol } from './outlineNode.ts';

/**
 * The outline of a file in the words of its domain: who reports what for which year, by category, measure, population
 * and stratum. For JSON it stands beside the editor's own outline of keys.
 */
export function documentSymbols(
  document: QppDocument,
  catalog: YearCatalog,
  catalogs: Catalogs,
): DocumentSymbol[] {
  if (document.format === null) return [];
  const { submission, lines } = document;
  const sets = submission.measurementSets.map((set) => setNode(set, document, catalog, catalogs));
  const root: OutlineNode = {
    name: rootName(submission, document.performanceYear),
    detail: participantText(submission),
    kind: SymbolKind.File,
    extent: rootExtent(document),
    target: submission.span,
    children: [...headerNodes(submission, document), ...sets],
  };
  return [toSymbol(root, lines)];
}

function rootExtent(document: QppDocument): Span {
  const whole = { start: 0, end: document.text.length };
  if (document.format === 'qrda3') return document.xml.root ?? whole;
  return (document.format === 'qpp-json' && document.json.root?.span) || whole;
}

function rootName({ format, documentProgram, measurementSets }: Submission, year: number | null): string {
  const programs = new Set(measurementSets.flatMap(({ programName }) => programName?.value || []));
  const program = documentProgram?.value || [...programs].join(', ');
  return [format === 'qrda3' ? 'QRDA III' : 'QPP JSON', year, program].filter(Boolean).join(' · ');
}

function participantText(submission: Submission): string {
  const { entityType, taxpayerIdentificationNumber, nationalProviderIdentifier, entityId } = submission;
  return [
    entityType?.value,
    taxpayerIdentificationNumber && `TIN ${taxpayerIdentificationNumber.value}`,
    nationalProviderIdentifier && `NPI ${nationalProviderIdentifier.value}`,
    entityId?.value,
  ]
    .filter(Boolean)
    .join(' · ');
}

const IDENTIFIER_NAMES: Readonly<Record<Identifier['kind'], string>> = {
  tin: 'TIN',
  npi: 'NPI',
  apmEntityId: 'APM entity id',
  virtualGroupId: 'Virtual group id',
  subgroupId: 'Subgroup id',
  entityId: 'Entity id',
};

function headerNodes(submission: Submission, document: QppDocument): OutlineNode[] {
  const { documentProgram, identifiers, measurementSets } = submission;
  // QRDA III has one certification id, in its header; in QPP JSON it stands with each set.
  const cehrtId =
    document.format === 'qrda3'
      ? measurementSets.map((set) => set.cehrtId).find((id) => id !== null)
      : undefined;
  return [
    ...(documentProgram
      ? [headerNode('Program', documentProgram.value, documentProgram.span, document)]
      : []),
    ...identifiers.map(({ kind, value, nullFlavor, span }) =>
      headerNode(IDENTIFIER_NAMES[kind], value ?? nullFlavor ?? '', span, document),
    ),
    ...(cehrtId ? [headerNode('CEHRT ID', cehrtId.value, cehrtId.span, document)] : []),
  ];
}

function headerNode(name: string, detail: string, span: Span, document: QppDocument): OutlineNode {
  const extent = document.format === 'qrda3' ? (extentOf(document, span.start) ?? span) : span;
  return { name, detail, kind: SymbolKind.Key, extent, target: span, children: [] };
}

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  quality: 'Quality',
  pi: 'Promoting Interoperability',
  ia: 'Improvement Activities',
};

function setNode(
  set: MeasurementSet,
  document: QppDocument,
  catalog: YearCatalog,
  catalogs: Catalogs,
): OutlineNode {
  const { span, category, measurements } = set;
  const measures = measurements.map((measurement) => measureNode(measurement, document, catalog, catalogs));
  return {
    name: (category && (ownValue(CATEGORY_NAMES, category.value) ?? category.value)) || 'Measurement set',
    detail: setDetail(set, document),
    kind: SymbolKind.Module,
    extent: extentOf(document, span.start) ?? span,
    target: span,
    children: [...periodNodes(set, document), ...measures],
  };
}

function setDetail(set: MeasurementSet, document: QppDocument): string {
  const count = `${set.measurements.length} ${set.measurements.length === 1 ? 'measure' : 'measures'}`;
  if (document.format === 'qrda3') return count;
  return [set.programName?.value, set.submissionMethod?.value, periodText(set), count]
    .filter(Boolean)
    .join(' · ');
}

/** QRDA III reports its period in an act of its own; in QPP JSON it is two dates among the keys of the set. */
function periodNodes(set: MeasurementSet, document: QppDocument): OutlineNode[] {
  const date = set.performanceStart ?? set.performanceEnd;
  if (document.format !== 'qrda3' || date === null) return [];
  const act = actAround(elementAt(document.xml, date.span.start));
  return [
    {
      name: 'Reporting period',
      detail: periodText(set),
      kind: SymbolKind.Event,
      extent: act ?? date.span,
      target: date.span,
      children: [],
    },
  ];
}

function actAround(element: XmlElement | null): XmlElement | null {
  for (let at = element; at; at = at.parent) if (at.local === 'act') return at;
  return null;
}

function periodText({ performanceStart, performanceEnd }: MeasurementSet): string {
  const dates: readonly (Sourced<string> | null)[] = [performanceStart, performanceEnd];
  return dates.some(Boolean) ? dates.map((date) => date?.value ?? '?').join(' – ') : '';
}
