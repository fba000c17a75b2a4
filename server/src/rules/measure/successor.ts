import type { Measure, YearCatalog } from '../../catalog/catalog.ts';

/** The year's measure that a measure of another year has become: the same eCQM, or the same title under another id. */
export function successorIn(measure: Measure, catalog: YearCatalog): Measure | undefined {
  if (measure.category === 'quality' && measure.eMeasureId !== null) {
    const number = measure.eMeasureId.replace(/v\d+$/, '');
    const sameEcqm = catalog.byEcqm.get(number);
    if (sameEcqm !== undefined) return sameEcqm;
  }
  for (const candidate of catalog.measures.values()) {
    if (candidate.category === measure.category && candidate.title === measure.title) return candidate;
  }
  return undefined;
}
