import assert from 'node:assert/strict';
import { closest } from '../../../server/src/text/closest.ts';

const KEYS = ['cehrtId', 'category', 'performanceStart', 'performanceEnd', 'numerator', 'denominator'];

describe('closest', () => {
  it('forgives case and punctuation', () => {
    assert.equal(closest('CEHRT_ID', KEYS), 'cehrtId');
    assert.equal(closest('numerator:', KEYS), 'numerator');
  });

  it('forgives slips: a letter too many, missing, wrong, or two swapped', () => {
    assert.equal(closest('chertId', KEYS), 'cehrtId');
    assert.equal(closest('catagory', KEYS), 'category');
    assert.equal(closest('denominater', KEYS), 'denominator');
    assert.equal(closest('performancStart', KEYS), 'performanceStart');
  });

  it('knows nothing of words that are far from all, or as near to one as to another', () => {
    assert.equal(closest('colour', KEYS), undefined);
    assert.equal(closest('id', KEYS), undefined);
    assert.equal(closest('rate2', ['rate1', 'rate3']), undefined);
    assert.equal(closest('::', KEYS), undefined);
  });
});
