import type { DocumentLink } from 'vscode-languageserver';
import type { Catalogs, YearCatalog } from '../catalog/catalog.ts';
import type { QppDocument } from '../document/document.ts';
import type { MeasurementSet } from '../submission/submission.ts';
import { meantMeasure, measureName } from './measureNames.ts';
import { specificationAddress } from './specification.ts';

/** Measure ids and GUIDs as links to the measure's specification of the year, by collection type. Only the editor follows them. */
export function documentLinks(
  document: QppDocument,
  catalog: YearCatalog,
  catalogs: Catalogs,
): DocumentLink[] {
  if (document.format === null) return [];
  const { submission, lines } = document;
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
