import assert from 'node:assert/strict';
import { hasFormat, lengthOf, normalizeSpace, numberOf } from '../../../../server/src/qrda3/guide/formats.ts';

describe('a value as the published checker reads it', () => {
  it('is a number with an exponent too, which XPath 1.0 does not know but its processors do', () => {
    assert.equal(numberOf('8.5E-1'), 0.85);
    assert.equal(numberOf(' -.5 '), -0.5);
  });

  it('is no number with a plus sign, a comma or nothing', () => {
    for (const text of ['+1', '1,5', '', 'abc']) assert.ok(Number.isNaN(numberOf(text)), text);
  });

  it('is an NPI when its tenth digit makes the Luhn sum with 80840 a multiple of ten', () => {
    assert.equal(hasFormat('1234567893', 'npi-check-digit'), true);
    assert.equal(hasFormat('1234567890', 'npi-check-digit'), false);
  });

  it('is no NPI with fewer than ten digits', () => {
    assert.equal(hasFormat('123456789', 'npi-check-digit'), false);
  });

  it('counts characters, not UTF-16 units', () => {
    assert.equal(lengthOf('a😀'), 2);
  });

  it('loses white space at its ends and doubled white space', () => {
    assert.equal(normalizeSpace('  a \n b '), 'a b');
  });
});
