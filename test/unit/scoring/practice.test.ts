import assert from 'node:assert/strict';
import { DEFAULT_PRACTICE, isStated, readPractice } from '../../../server/src/scoring/practice.ts';

describe('readPractice', () => {
  it('takes what is of the right kind', () => {
    const stated = {
      ...DEFAULT_PRACTICE,
      smallPractice: true,
      reweighted: ['pi'],
      costPercent: 0,
      administrativeClaimsMeasures: 2,
      qualityImprovementPercent: 7.5,
    };
    assert.deepEqual(readPractice(stated), stated);
    assert(isStated(readPractice(stated)));
  });

  it('keeps the default of what is not', () => {
    const sent = {
      smallPractice: 'yes',
      specialStatus: 1,
      reweighted: ['everything', 7],
      costPercent: 101,
      administrativeClaimsMeasures: -1,
      qualityImprovementPercent: Number.NaN,
    };
    for (const value of [sent, null, undefined, 'small', []])
      assert.deepEqual(readPractice(value), DEFAULT_PRACTICE);
    assert(!isStated(readPractice(sent)));
  });
});
