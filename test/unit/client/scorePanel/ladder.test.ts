import assert from 'node:assert/strict';
import { ladderOf } from '../../../../client/src/scorePanel/ladder.ts';
import type { BenchmarkUsed, QualityMeasureScore } from '../../../../server/src/scoring/breakdown.ts';
import { scoreResult, TEXT } from './scoreMessage.ts';

const upwards = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95];
const downwards = [90, 80, 70, 60, 50, 40, 30, 20, 10, 5];

function measure(
  performanceRate: number,
  decile: number,
  benchmark: Partial<BenchmarkUsed> = {},
  rateUnit: QualityMeasureScore['rateUnit'] = 'percent',
): QualityMeasureScore {
  const [any] = scoreResult(TEXT).breakdown.quality.measures;
  assert(any);
  const used: BenchmarkUsed = {
    submissionMethod: 'registry',
    benchmarkYear: 2023,
    isToppedOut: false,
    isToppedOutByProgram: false,
    isInverse: false,
    decileBounds: upwards,
    averagePerformanceRate: null,
    ...benchmark,
  };
  return { ...any, performanceRate, decile, rateUnit, benchmark: used };
}

describe('the decile ladder', () => {
  it('places the rate within its decile as it stands between the bounds', () => {
    assert.equal(ladderOf(measure(45, 4))?.mark, 3.5);
    assert.equal(ladderOf(measure(80, 8))?.mark, 7);
    assert.equal(ladderOf(measure(97.5, 10))?.mark, 9.5);
  });

  it('climbs as the rate falls where lower is better', () => {
    const inverse = { isInverse: true, decileBounds: downwards };
    assert.equal(ladderOf(measure(55, 4, inverse))?.mark, 3.5);
    assert.equal(ladderOf(measure(0, 10, inverse))?.mark, 10);
    assert.match(
      ladderOf(measure(55, 4, inverse))?.description ?? '',
      /decile 4 up to 60%, decile 5 up to 50%/,
    );
  });

  it('places a rate below the lowest bound that is published beneath it', () => {
    const decileBounds = [null, null, 30, 40, 50, 60, 70, 80, 90, 95];
    assert.equal(ladderOf(measure(15, 3, { decileBounds }))?.mark, 1);
    assert.equal(ladderOf(measure(0, 3, { decileBounds }))?.mark, 0);
  });

  it('takes the next bound that is published where deciles have none', () => {
    const decileBounds = [10, 20, 30, 40, 50, 60, null, null, null, 100];
    const ladder = ladderOf(measure(80, 6, { decileBounds }));
    assert.equal(ladder?.mark, 5.5);
    assert.match(ladder?.description ?? '', /decile 6 from 60%, decile 10 from 100%/);
    assert.match(ladder?.rungs[6]?.title ?? '', /no bound published/);
  });

  it('stays in the middle of a decile without length or without known end', () => {
    assert.equal(ladderOf(measure(100, 10, { decileBounds: [...upwards.slice(0, 9), 100] }))?.mark, 9.5);
    assert.equal(ladderOf(measure(200, 10, {}, 'value'))?.mark, 9.5);
  });

  it('fills the rungs that are reached', () => {
    const reached = ladderOf(measure(45, 4))?.rungs.filter(({ isReached }) => isReached);
    assert.deepEqual(
      reached?.map(({ decile }) => decile),
      [1, 2, 3, 4],
    );
  });

  it('is none without a benchmark', () => {
    assert.equal(ladderOf({ ...measure(45, 4), benchmark: null }), null);
  });
});
