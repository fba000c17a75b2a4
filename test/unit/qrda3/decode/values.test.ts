import assert from 'node:assert/strict';
import { converterDate, realDate } from '../../../../server/src/qrda3/decode/dates.ts';
import { parseJavaFloat, parseJavaInt } from '../../../../server/src/qrda3/decode/javaNumbers.ts';

describe("A count in the converter's reading", () => {
  for (const [text, value] of [
    ['0', 0],
    ['+5', 5],
    ['007', 7],
    ['-3', -3],
    ['2147483647', 2147483647],
  ] as const) {
    it(`${text} is the integer ${value}`, () => assert.equal(parseJavaInt(text), value));
  }

  for (const text of ['', ' 5', '5 ', '5.0', '1,000', '1e3', '2147483648', '-2147483649', 'abc']) {
    it(`"${text}" is no integer`, () => assert.equal(parseJavaInt(text), null));
  }
});

describe("A rate in the converter's reading", () => {
  for (const [text, value] of [
    ['0.5', 0.5],
    [' 0.5 ', 0.5],
    ['0.5f', 0.5],
    ['1e-1', Math.fround(0.1)],
    ['0x1p-2', 0.25],
    ['.25', 0.25],
    ['1.', 1],
    ['1.00000001', 1],
  ] as const) {
    it(`"${text}" is ${value}`, () => assert.equal(parseJavaFloat(text), value));
  }

  for (const text of ['', '80%', '0,5', 'half', '0x1', '1e', '--1']) {
    it(`"${text}" is no rate`, () => assert.equal(parseJavaFloat(text), null));
  }

  it('keeps the sign of zero', () => assert(Object.is(parseJavaFloat('-0.0'), -0)));
});

describe('A boundary of the performance period', () => {
  for (const text of ['20250131', '2025-01-31', '2025/01/31', '20250131103000', '2025-01-31T10:30:00']) {
    it(`${text} is the last of January`, () => {
      assert.equal(converterDate(text), '2025-01-31');
      assert.equal(realDate(text), '2025-01-31');
    });
  }

  it('beyond the end of its month is drawn back by the converter, and is no real day', () => {
    assert.equal(converterDate('20250230'), '2025-02-28');
    assert.equal(converterDate('20240230'), '2024-02-29');
    assert.equal(realDate('20250230'), null);
  });

  for (const text of ['', '2025', '20251301', '20250132', '20250100', '00000101', 'January']) {
    it(`"${text}" is no date`, () => {
      assert.equal(converterDate(text), null);
      assert.equal(realDate(text), null);
    });
  }
});
