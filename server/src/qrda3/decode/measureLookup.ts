import type { Measure, MeasureStratum, QualityMeasure, YearCatalog } from '../../catalog/catalog.ts';

/**
 * The measure a QRDA III quality measure means, found as CMS's converter finds it: by the eCQM's GUID;
 * a measure without eCQM answers to its plain id (`024`), by accident of the converter's table.
 */
export function measureOfGuid(catalog: YearCatalog | undefined, guid: string): Measure | undefined {
  if (catalog === undefined) return undefined;
  const key = guid.toLowerCase();
  const byGuid = catalog.byGuid.get(key);
  if (byGuid !== undefined) return byGuid;
  for (const measure of catalog.measures.values()) if (lookupKey(measure) === key) return measure;
  return undefined;
}

function lookupKey(measure: Measure): string {
  const isQuality = measure.category === 'quality' || measure.category === 'cost';
  if (isQuality && measure.eMeasureGuid !== null) return measure.eMeasureGuid;
  if (isQuality && measure.eMeasureId !== null) return measure.eMeasureId.toLowerCase();
  return measure.measureId.toLowerCase();
}

/** The strata (population sets) of a measure; none for PI measures and activities. */
export function strataOf(measure: Measure): readonly MeasureStratum[] {
  return isQualityMeasure(measure) ? measure.strata : [];
}

function isQualityMeasure(measure: Measure): measure is QualityMeasure {
  return measure.category === 'quality' || measure.category === 'cost';
}

/**
 * How the converter lays out a quality measure's counts. `summed`: eCQMs with several population sets
 * of one rate, whose counts are added up. `filled`: measure 370, which has one population set in the
 * eCQM and two strata in QPP JSON.
 */
export type CountLayout = 'single' | 'multi' | 'summed' | 'filled';

const SUMMED_MEASURES: ReadonlySet<string> = new Set(['005', '007', '008', '143', '438']);
const FILLED_MEASURE = '370';

/** How the converter lays the measure's counts out; see {@link CountLayout}. */
export function countLayout(measure: Measure): CountLayout {
  if (SUMMED_MEASURES.has(measure.measureId)) return 'summed';
  if (measure.measureId === FILLED_MEASURE) return 'filled';
  return measure.metricType.toLowerCase() === 'singleperformancerate' ? 'single' : 'multi';
}
