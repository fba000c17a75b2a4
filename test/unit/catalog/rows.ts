import type { RawBenchmark, RawMeasure } from '../../../server/src/catalog/cmsData/rawRows.ts';

/** A quality row as CMS's data has it, with the fields a test is about. */
export function qualityRow(fields: Partial<RawMeasure> & { readonly measureId: string }): RawMeasure {
  return { category: 'quality', title: 'A measure', metricType: 'singlePerformanceRate', ...fields };
}

/** A PI row as CMS's data has it. */
export function piRow(fields: Partial<RawMeasure> & { readonly measureId: string }): RawMeasure {
  return { category: 'pi', title: 'A PI measure', metricType: 'boolean', ...fields };
}

/** A historical benchmark row of 2021 unless the test says otherwise. */
export function benchmarkRow(fields: Partial<RawBenchmark>): RawBenchmark {
  return {
    measureId: '901',
    submissionMethod: 'registry',
    performanceYear: 2021,
    benchmarkYear: 2019,
    ...fields,
  };
}
