import assert from 'node:assert/strict';
import { benchmarksFrom } from '../../../server/src/catalog/cmsData/benchmarks.ts';
import { measuresFrom } from '../../../server/src/catalog/cmsData/measures.ts';
import { benchmarkRow, qualityRow } from './rows.ts';

const deciles = [0, 20, 30, 40, 50, 60, 70, 80, 90];

describe('benchmarksFrom', () => {
  it('drops rows of the performance period from the newest year, which CMS fills with placeholders', () => {
    const rows = [
      benchmarkRow({ measureId: '901', benchmarkYear: 2021, deciles }),
      benchmarkRow({ measureId: '902', deciles }),
    ];
    assert.deepEqual(
      benchmarksFrom(rows, [], true).map((row) => row.measureId),
      ['902'],
    );
  });

  it('keeps rows of the performance period of earlier years, marked as not historical', () => {
    const rows = [benchmarkRow({ benchmarkYear: 2021, deciles })];
    assert.deepEqual(
      benchmarksFrom(rows, [], false).map((row) => row.isHistorical),
      [false],
    );
  });

  it('takes the direction of a flat ladder from the measure', () => {
    const measures = measuresFrom([qualityRow({ measureId: '901', isInverse: true })]);
    const rows = [benchmarkRow({ deciles: [100, 0, 0, 0, 0, 0, 0, 0, 0] })];
    assert.equal(benchmarksFrom(rows, measures, false)[0]?.isInverse, true);
  });

  it('reads a missing topped-out flag as not topped out', () => {
    const [benchmark] = benchmarksFrom([benchmarkRow({ deciles })], [], false);
    assert.deepEqual([benchmark?.isToppedOut, benchmark?.isToppedOutByProgram], [false, false]);
  });

  it('sorts by measure and collection type, whatever the order of the rows', () => {
    const rows = [
      benchmarkRow({ measureId: '902', deciles }),
      benchmarkRow({ measureId: '901', submissionMethod: 'registry', deciles }),
      benchmarkRow({ measureId: '901', submissionMethod: 'claims', deciles }),
    ];
    assert.deepEqual(
      benchmarksFrom(rows, [], false).map((row) => `${row.measureId} ${row.submissionMethod}`),
      ['901 claims', '901 registry', '902 registry'],
    );
  });
});
