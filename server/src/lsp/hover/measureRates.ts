import type { YearCatalog } from '../../catalog/catalog.ts';
import { measureResult } from '../../scoring/quality/measureResult.ts';
import type { QualityMeasurement } from '../../submission/submission.ts';
import { percentText } from '../rateText.ts';

/** As CMS's site shows rates. */
const DECIMALS = 2;

/** What CMS works out from the counts of a measure, as the score does; `null` for a measure the year does not have. */
export function measureRates(measurement: QualityMeasurement, catalog: YearCatalog): string | null {
  const measure = catalog.measures.get(measurement.measureId?.value ?? '');
  if (measure?.category !== 'quality') return null;
  const { performanceRate, dataCompleteness, caseCount, strata } = measureResult(
    measurement,
    measure,
    DECIMALS,
  );
  const rows = [
    `Performance rate: ${percentText(performanceRate)}`,
    `Data completeness: ${percentText(dataCompleteness)}`,
    `Case count: ${caseCount ?? '–'}`,
    ...strata.flatMap(({ name, performanceRate: rate }) => (name ? [`${name}: ${percentText(rate)}`] : [])),
  ];
  return rows.join('  \n');
}
