import type { Measure, QualityMeasure, YearCatalog } from './catalog.ts';
import { ecqmNumber } from './yearCatalog.ts';

/**
 * What stands in `catalog`'s year for an eCQM of another year: the measure with the same CMS number,
 * whatever its version and quality id are now. `undefined` when the year has no such eCQM.
 */
export function ecqmSuccessor(measure: QualityMeasure, catalog: YearCatalog): QualityMeasure | undefined {
  return measure.eMeasureId === null ? undefined : catalog.byEcqm.get(ecqmNumber(measure.eMeasureId));
}

/** The year's measure that a measure of another year has become: the same eCQM, or the same title under another id. */
export function measureSuccessor(measure: Measure, catalog: YearCatalog): Measure | undefined {
  const sameEcqm = measure.category === 'quality' ? ecqmSuccessor(measure, catalog) : undefined;
  if (sameEcqm !== undefined) return sameEcqm;
  for (const candidate of catalog.measures.values()) {
    if (candidate.category === measure.category && candidate.title === measure.title) return candidate;
  }
  return undefined;
}
