import assert from 'node:assert/strict';
import { piCounts } from '../../../../server/src/rules/promotingInteroperability/piCounts.ts';
import { file, measurement, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { found } from '../oneRule.ts';

const pi = (numerator: number, denominator: number) =>
  qrda3({ year: 2025, pi: [['PI_EP_1', [numerator, denominator]]] });

describe('Counts of Promoting Interoperability', () => {
  it('with the numerator inside the denominator are silent', () =>
    assert.deepEqual(found(piCounts, pi(3, 4)), []));
  it('with a greater numerator are an error', () =>
    assert.deepEqual(found(piCounts, pi(5, 4)), ['error: 5']));
  it('with a denominator of zero are a warning', () =>
    assert.deepEqual(found(piCounts, pi(0, 0)), ['warning: 0']));
  it('with something of nothing are one error', () =>
    assert.deepEqual(found(piCounts, pi(5, 0)), ['error: 0']));
  it('with a numerator of zero are a warning', () =>
    assert.deepEqual(found(piCounts, pi(0, 4)), ['warning: 0']));

  it('are looked at in QPP JSON too', () => {
    const text = file([
      registrySet([measurement('PI_EP_1', { numerator: 5, denominator: 4 })], { category: 'pi' }),
    ]);
    assert.deepEqual(found(piCounts, text), ['error: 5']);
  });
});
