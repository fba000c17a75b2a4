import type { QualityMeasure, YearCatalog } from './catalog.ts';
import { ecqmNumber } from './yearCatalog.ts';

/**
 * What stands in `catalog`'s year for an eCQM of another year: the measure with the same CMS number,
 * whatever its version and quality id are now. `undefined` when the year has no such eCQM.
 */
export function successorOf(measure: QualityMeasure, catalog: YearCatalog): QualityMeasure | undefined {
  return measure.eMeasureId === null ? undefined : catalog.byEcqm.get(ecqmNumber(measure.eMeasureId));
}
