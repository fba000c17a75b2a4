import assert from 'node:assert/strict';
import { decileLadder } from '../../../server/src/catalog/cmsData/decileLadder.ts';
import { benchmarkRow } from './rows.ts';

describe('decileLadder', () => {
  it('drops the placeholder of decile 2 from a historical row', () => {
    const row = benchmarkRow({ deciles: [0, 20, 30, 40, 50, 60, 70, 80, 90] });
    assert.deepEqual(decileLadder(row, false).decileBounds, [null, null, 20, 30, 40, 50, 60, 70, 80, 90]);
  });

  it('keeps decile 2 of a performance-period row', () => {
    const row = benchmarkRow({ benchmarkYear: 2021, deciles: [10, 20, 30, 40, 50, 60, 70, 80, 90] });
    assert.deepEqual(decileLadder(row, false).decileBounds, [null, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  });

  it('reads from falling bounds that a measure is inverse', () => {
    const row = benchmarkRow({ deciles: [100, 80, 70, 60, 50, 40, 30, 20, 10] });
    assert.equal(decileLadder(row, false).isInverse, true);
  });

  it('trusts rising bounds more than an inverse flag', () => {
    const row = benchmarkRow({ deciles: [0, 20, 30, 40, 50, 60, 70, 80, 90] });
    assert.equal(decileLadder(row, true).isInverse, false);
  });

  it('asks the measure for the direction when all bounds are equal', () => {
    const row = benchmarkRow({ deciles: [100, 0, 0, 0, 0, 0, 0, 0, 0] });
    assert.equal(decileLadder(row, true).isInverse, true);
    assert.equal(decileLadder(row, false).isInverse, false);
  });

  it('takes the first of ten cost entries as decile 1', () => {
    const row = benchmarkRow({ deciles: [5800, 5455, 5365, 5306, 5258, 5207, 5137, 5017, 4792, 4307] });
    const ladder = decileLadder(row, true);
    assert.equal(ladder.decileBounds[0], 5800);
    assert.equal(ladder.decileBounds[9], 4307);
    assert.equal(ladder.best, null);
  });

  it('takes a cost of 0 after ten entries as the best value', () => {
    const row = benchmarkRow({ deciles: [18828, 16019, 14668, 13751, 12977, 12234, 11424, 10376, 8665, 0] });
    const ladder = decileLadder(row, true);
    assert.equal(ladder.decileBounds[1], 18828);
    assert.equal(ladder.best, 0);
  });

  it('takes an outlying last of ten entries as the best value', () => {
    const row = benchmarkRow({
      deciles: [0.17, 0.163, 0.16, 0.156, 0.152, 0.148, 0.145, 0.14, 0.134, 0.093],
    });
    const ladder = decileLadder(row, true);
    assert.deepEqual([ladder.decileBounds[0], ladder.decileBounds[1], ladder.best], [null, 0.17, 0.093]);
  });

  it('takes an outlying first of ten entries as decile 1', () => {
    const row = benchmarkRow({ deciles: [100, 41, 38, 36, 34, 33, 32, 31, 29, 27] });
    assert.equal(decileLadder(row, true).decileBounds[0], 100);
  });

  const percentiles = {
    '1': 2,
    '10': 11,
    '20': 21,
    '30': 31,
    '40': 41,
    '50': 51,
    '60': 61,
    '70': 71,
    '80': 81,
    '90': 91,
    '99': 98,
  };

  it('starts decile n of a direct measure at percentile 10(n-1), decile 1 at P1', () => {
    const ladder = decileLadder(benchmarkRow({ isInverse: false, percentiles }), false);
    assert.deepEqual(ladder.decileBounds, [2, 11, 21, 31, 41, 51, 61, 71, 81, 91]);
    assert.equal(ladder.best, 98);
  });

  it('turns the percentiles of an inverse measure around', () => {
    const ladder = decileLadder(benchmarkRow({ isInverse: true, percentiles }), false);
    assert.deepEqual(ladder.decileBounds, [98, 91, 81, 71, 61, 51, 41, 31, 21, 11]);
    assert.equal(ladder.best, 2);
  });
});
