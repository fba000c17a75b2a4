import type { PiMeasure, YearCatalog } from './catalog.ts';

/** The year's Promoting Interoperability measure of that id; `undefined` when the id is none or another category's. */
export function piMeasure(measureId: string, catalog: YearCatalog): PiMeasure | undefined {
  const measure = catalog.measures.get(measureId);
  return measure?.category === 'pi' ? measure : undefined;
}
