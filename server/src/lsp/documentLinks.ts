import type { DocumentLink } from 'vscode-languageserver';
import type { Catalogs, YearCatalog } from '../catalog/catalog.ts';
import type { QppDocument } from '../document/document.ts';
import { guideValue, templateIds } from '../qrda3/guide/element.ts';
import type { GuideTable } from '../qrda3/guide/table.ts';
import type { MeasurementSet } from '../submission/submission.ts';
import { attribute, descendantsAt, valueSpan } from '../xml/tree.ts';
import { meantMeasure, measureName } from './measureNames.ts';
import { specificationAddress } from './specification.ts';

/**
 * Measure ids and GUIDs as links to the measure's specification of the year, by collection type; templates of the
 * document and its sections as links to the year's guide, where CMS tells its address. Only the editor follows them.
 */
export function documentLinks(
  document: QppDocument,
  catalog: YearCatalog,
  catalogs: Catalogs,
  guide: GuideTable | undefined,
): DocumentLink[] {
  if (document.format === null) return [];
  return [...guideLinks(document, guide), ...specificationLinks(document, catalog, catalogs)];
}

function specificationLinks(
  { submission, lines }: Exclude<QppDocument, { format: null }>,
  catalog: YearCatalog,
  catalogs: Catalogs,
): DocumentLink[] {
  const linksOf = ({ submissionMethod, measurements }: MeasurementSet): DocumentLink[] =>
    measurements.flatMap((measurement) => {
      const meant = meantMeasure(measurement, catalog, catalogs);
      const written = measurement.guid ?? measurement.measureId;
      const target = meant && specificationAddress(meant.measure, submissionMethod?.value ?? null);
      if (!written || !meant || !target) return [];
      const year = meant.otherYear ?? catalog.performanceYear;
      const tooltip = `Specification ${year}: ${measureName(meant.measure)}`;
      return [{ range: lines.rangeOf(written.span), target, tooltip }];
    });
  return submission.measurementSets.flatMap(linksOf);
}

const SECTIONS = ['component', 'structuredBody', 'component', 'section'];

function guideLinks(document: QppDocument, guide: GuideTable | undefined): DocumentLink[] {
  const target = guide?.address;
  if (document.format !== 'qrda3' || !document.xml.root || !guide || !target) return [];
  const { root } = document.xml;
  const names = new Map(guide.templates.map((template) => [template.root, template.name]));
  return [root, ...descendantsAt(root, SECTIONS)].flatMap(templateIds).flatMap((templateId) => {
    const written = attribute(templateId, 'root');
    const name = names.get(guideValue(templateId, 'root') ?? '');
    if (!written || name === undefined) return [];
    const tooltip = `Implementation guide ${guide.performanceYear}: ${name}`;
    return [{ range: document.lines.rangeOf(valueSpan(written)), target, tooltip }];
  });
}
