import { SymbolKind } from 'vscode-languageserver';
import type { Catalogs, Measure, YearCatalog } from '../../catalog/catalog.ts';
import type { QppDocument } from '../../document/document.ts';
import type {
  Measurement,
  Population,
  QualityMeasurement,
  ReportedRate,
  ReportingStratum,
} from '../../submission/submission.ts';
import { elementAt } from '../../xml/locate.ts';
import { extentOf } from '../extent.ts';
import { meantMeasure, measureName, populationName, rateNameOf } from '../measureNames.ts';
import { percentText, resultText, stratumText } from '../rateText.ts';
import type { OutlineNode } from './outlineNode.ts';

/** The entry of a measure with its populations and rates (QRDA III) or strata (QPP JSON). */
export function measureNode(
  measurement: Measurement,
  document: QppDocument,
  catalog: YearCatalog,
  catalogs: Catalogs,
): OutlineNode {
  const { span, measureId, guid } = measurement;
  const meant = meantMeasure(measurement, catalog, catalogs);
  const result = resultText(measurement, meant?.measure);
  const otherYear = meant?.otherYear ? [`GUID of ${meant.otherYear}`] : [];
  return {
    name: meant
      ? measureName(meant.measure)
      : (guid?.value ?? measureId?.value ?? '').trim() || 'Measure without id',
    detail: otherYear.length === 0 ? result : [result, ...otherYear].filter(Boolean).join(' · '),
    kind: measurement.kind === 'attestation' ? SymbolKind.Boolean : SymbolKind.Class,
    extent: extentOf(document, span.start) ?? span,
    target: guid?.span ?? measureId?.span ?? span,
    children: measurement.kind === 'quality' ? partsOf(measurement, document, meant?.measure) : [],
  };
}

function partsOf(
  measurement: QualityMeasurement,
  document: QppDocument,
  measure: Measure | undefined,
): OutlineNode[] {
  const { populations, reportedRates, strata, isMultiStratum } = measurement;
  if (document.format === 'qrda3')
    return [
      ...reportedRates.map((rate) => rateNode(rate, document, measure)),
      ...populations.map((population) => populationNode(population, document, measure)),
    ];
  if (!isMultiStratum) return [];
  return strata.map((stratum) => ({
    name: stratum.name?.value.trim() || 'Stratum without name',
    detail: stratumText(stratum),
    kind: SymbolKind.EnumMember,
    extent: extentOf(document, stratum.span.start) ?? stratum.span,
    target: stratum.span,
    children: [],
  }));
}

function populationNode(
  { code, guid, count, span, reportingStrata }: Population,
  document: QppDocument,
  measure: Measure | undefined,
): OutlineNode {
  return {
    name: joined(populationName(code.value), rateNameOf(guid?.value, measure)),
    detail: countText(count),
    kind: SymbolKind.Number,
    extent: extentOf(document, span.start) ?? span,
    target: count?.span ?? span,
    children: reportingStrata.map((stratum, index) => stratumNode(stratum, index + 1, document)),
  };
}

function stratumNode({ span, count }: ReportingStratum, ordinal: number, document: QppDocument): OutlineNode {
  return {
    name: `Reporting stratum ${ordinal}`,
    detail: countText(count),
    kind: SymbolKind.EnumMember,
    extent: extentOf(document, span.start) ?? span,
    target: count?.span ?? span,
    children: [],
  };
}

function rateNode(
  { span, rate, nullFlavor, numeratorGuid }: ReportedRate,
  document: QppDocument,
  measure: Measure | undefined,
): OutlineNode {
  // The place of a rate is its value, or its observation where there is none.
  const at = document.format === 'qrda3' ? elementAt(document.xml, span.start) : null;
  return {
    name: joined('Performance rate', rateNameOf(numeratorGuid?.value, measure)),
    detail: rate ? percentText(100 * rate.value) : (nullFlavor ?? ''),
    kind: SymbolKind.Constant,
    extent: (at?.local === 'value' ? at.parent : at) ?? span,
    target: rate?.span ?? span,
    children: [],
  };
}

function joined(name: string, rate: string | null): string {
  return rate === null ? name : `${name} · ${rate}`;
}

function countText(count: { readonly value: number } | null): string {
  return count === null ? '' : String(count.value);
}
