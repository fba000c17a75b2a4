import assert from 'node:assert/strict';
import { decilePoints } from '../../../../server/src/scoring/quality/decilePoints.ts';

const direct = { decileBounds: [2, 10, 20, 30, 40, 50, 60, 70, 80, 90], isInverse: false };
const until2022 = { decileBounds: [null, null, 20, 30, 40, 50, 60, 70, 80, 90], isInverse: false };

describe('decilePoints', () => {
  it('gives a rate on a bound that decile without a fraction', () => {
    assert.deepEqual(decilePoints(50, direct, 1), { decile: 6, points: 6, isFloor: false });
  });

  it('adds the share of the way to the next bound, four decimals', () => {
    assert.equal(decilePoints(53.3333, direct, 1).points, 6.3333);
  });

  it('gives decile 10 exactly ten', () => {
    assert.equal(decilePoints(99, direct, 1).points, 10);
  });

  it('skips deciles whose bound equals the next one', () => {
    const toppedOut = { decileBounds: [30, 96, 99, 100, 100, 100, 100, 100, 100, 100], isInverse: false };
    assert.equal(decilePoints(100, toppedOut, 1).decile, 10);
  });

  it('gives no less than decile 1 from 2023', () => {
    assert.deepEqual(decilePoints(0, direct, 1), { decile: 1, points: 1, isFloor: true });
  });

  it('gives no less than decile 3 until 2022', () => {
    assert.deepEqual(decilePoints(19.99, until2022, 3), { decile: 3, points: 3, isFloor: true });
    assert.equal(decilePoints(25, until2022, 3).points, 3.5);
  });

  it('reads an inverse ladder downwards', () => {
    const inverse = { decileBounds: [99, 90, 80, 70, 60, 50, 40, 30, 20, 10], isInverse: true };
    assert.equal(decilePoints(55, inverse, 1).points, 5.5);
    assert.equal(decilePoints(100, inverse, 1).isFloor, true);
  });
});
