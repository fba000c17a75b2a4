import assert from 'node:assert/strict';
import { createCatalogs } from '../../../server/src/catalog/createCatalogs.ts';
import { ecqmSuccessor } from '../../../server/src/catalog/successor.ts';
import type { ReadYearFile } from '../../../server/src/catalog/yearFiles.ts';

const oldGuid = '00000000-0000-4000-8000-00000000aaaa';
const newGuid = '00000000-0000-4000-8000-00000000bbbb';
const population = '00000000-0000-4000-8000-00000000CCCC';

const files: Readonly<Record<string, unknown>> = {
  '2024/measures': {
    performanceYear: 2024,
    measures: [
      {
        measureId: '901',
        category: 'quality',
        title: 'Old',
        metricType: 'singlePerformanceRate',
        eMeasureId: 'CMS990v3',
        eMeasureGuid: oldGuid,
        strata: [{ populations: { numerator: population } }],
      },
    ],
  },
  '2024/guids': {
    performanceYear: 2024,
    measures: [{ measureId: '901', guid: oldGuid, populations: [population] }],
  },
  '2025/guids': {
    performanceYear: 2025,
    measures: [{ measureId: '902', guid: newGuid, populations: [] }],
  },
  '2025/measures': {
    performanceYear: 2025,
    measures: [
      {
        measureId: '902',
        category: 'quality',
        title: 'New',
        metricType: 'singlePerformanceRate',
        eMeasureId: 'CMS990v4',
        eMeasureGuid: newGuid,
      },
    ],
  },
  '2026/measures': {
    performanceYear: 2026,
    measures: [
      { measureId: '902', category: 'quality', title: 'New', metricType: 'x', eMeasureId: 'CMS990v5' },
    ],
  },
  '2025/benchmarks': {
    performanceYear: 2025,
    benchmarks: [{ measureId: '902', submissionMethod: 'registry', benchmarkYear: 2023, decileBounds: [1] }],
    exclusions: [
      { measureId: '902', submissionMethod: 'claims', benchmarkYear: 2025, reasonCodes: ['BR-009'] },
    ],
  },
};

function recordingReader(): { readonly read: ReadYearFile; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: (year, file) => {
      asked.push(`${year}/${file}`);
      return files[`${year}/${file}`];
    },
  };
}

describe('createCatalogs', () => {
  const years = [2023, 2024, 2025, 2026];

  it('reads nothing before it is asked, and each file once', () => {
    const { read, asked } = recordingReader();
    const catalogs = createCatalogs(read, years);
    assert.deepEqual(asked, []);
    catalogs.year(2025)?.measures.get('902');
    catalogs.year(2025)?.measures.get('901');
    assert.deepEqual(asked, ['2025/measures']);
    catalogs.year(2025)?.benchmark('902', 'registry');
    catalogs.year(2025)?.benchmarkExclusion('902', 'claims');
    assert.deepEqual(asked, ['2025/measures', '2025/benchmarks']);
  });

  it('has no catalogue for a year without data or outside the list', () => {
    const catalogs = createCatalogs(recordingReader().read, years);
    assert.equal(catalogs.year(2023), undefined);
    assert.equal(catalogs.year(2031), undefined);
  });

  it('finds the year a measure GUID belongs to, in any case', () => {
    const [match, ...others] = createCatalogs(recordingReader().read, years).findMeasureGuid(
      oldGuid.toUpperCase(),
    );
    assert.deepEqual([match?.performanceYear, match?.measure.measureId, others.length], [2024, '901', 0]);
  });

  it('finds a population GUID with its role, in any case', () => {
    const [match] = createCatalogs(recordingReader().read, years).findPopulationGuid(
      population.toLowerCase(),
    );
    assert.deepEqual(
      [match?.performanceYear, match?.measure.measureId, match?.role],
      [2024, '901', 'numerator'],
    );
  });

  it('reads the measures of the years a GUID belongs to, and of no other', () => {
    const { read, asked } = recordingReader();
    createCatalogs(read, years).findMeasureGuid(oldGuid);
    assert.deepEqual(
      asked.filter((path) => path.endsWith('/measures')),
      ['2024/measures'],
    );
  });

  it('knows that a year has no GUIDs yet', () => {
    const catalogs = createCatalogs(recordingReader().read, years);
    assert.deepEqual([catalogs.year(2025)?.hasGuids, catalogs.year(2026)?.hasGuids], [true, false]);
  });

  it('marks a benchmark of two years before as historical', () => {
    const benchmark = createCatalogs(recordingReader().read, years).year(2025)?.benchmark('902', 'registry');
    assert.deepEqual([benchmark?.isHistorical, benchmark?.performanceYear], [true, 2025]);
  });
});

describe('ecqmSuccessor', () => {
  const catalogs = createCatalogs(recordingReader().read, [2024, 2025, 2026]);
  const [old] = catalogs.findMeasureGuid(oldGuid);

  it('is the measure with the same CMS number, though its version and quality id changed', () => {
    const year = catalogs.year(2025);
    assert.ok(old && year);
    assert.equal(ecqmSuccessor(old.measure, year)?.measureId, '902');
  });

  it('is found in a year whose GUIDs are not published', () => {
    const year = catalogs.year(2026);
    assert.ok(old && year);
    assert.equal(ecqmSuccessor(old.measure, year)?.eMeasureId, 'CMS990v5');
  });
});
