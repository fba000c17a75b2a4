import assert from 'node:assert/strict';
import type { QualityMeasure } from '../../../../server/src/catalog/catalog.ts';
import { createCatalogs } from '../../../../server/src/catalog/createCatalogs.ts';
import { yearInMips } from '../../../../server/src/scoring/quality/newMeasure.ts';

const measuresByYear: Readonly<Record<number, readonly object[]>> = {
  2022: [{ measureId: 'OLD1' }],
  2023: [{ measureId: 'OLD1', firstPerformanceYear: 2023 }],
  2024: [
    { measureId: 'OLD1', firstPerformanceYear: 2023 },
    { measureId: '901', firstPerformanceYear: 2024 },
  ],
  2025: [{ measureId: '901', firstPerformanceYear: 2024 }],
};

const catalogs = createCatalogs(
  (performanceYear, file) =>
    file === 'measures' && {
      performanceYear,
      measures: measuresByYear[performanceYear]?.map((fields) => ({
        category: 'quality',
        title: '',
        metricType: '',
        ...fields,
      })),
    },
  [2022, 2023, 2024, 2025],
);

function yearOf(performanceYear: number, measureId: string) {
  const measure = catalogs.year(performanceYear)?.measures.get(measureId) as QualityMeasure;
  return yearInMips(measure, performanceYear, catalogs);
}

describe('yearInMips', () => {
  it('is the first year, then the second', () => {
    assert.equal(yearOf(2024, '901'), 1);
    assert.equal(yearOf(2025, '901'), 2);
  });

  it('does not believe a first year that was set anew', () => {
    assert.equal(yearOf(2023, 'OLD1'), null);
    assert.equal(yearOf(2024, 'OLD1'), null);
  });
});
