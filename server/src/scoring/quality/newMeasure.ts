import type { Catalogs, QualityMeasure } from '../../catalog/catalog.ts';

/**
 * Whether a measure is in its first or second year in MIPS; `null`: older. CMS's data has no flag for
 * it and restarts `firstPerformanceYear` of some QCDR measures, so the years before must lack it too.
 */
export function yearInMips(
  measure: QualityMeasure,
  performanceYear: number,
  catalogs: Catalogs,
): 1 | 2 | null {
  const first = measure.firstPerformanceYear;
  if (first !== performanceYear && first !== performanceYear - 1) return null;
  const yearBefore = catalogs.year(first - 1);
  if (yearBefore === undefined || yearBefore.measures.has(measure.measureId)) return null;
  return first === performanceYear ? 1 : 2;
}
