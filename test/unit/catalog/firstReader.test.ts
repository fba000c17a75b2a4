import assert from 'node:assert/strict';
import { firstReader } from '../../../server/src/catalog/firstReader.ts';

describe('firstReader', () => {
  const read = firstReader(
    (year, file) => (year === 2026 && file === 'measures' ? 'newer' : undefined),
    (year) => (year < 2027 ? 'committed' : undefined),
  );

  it('gives what the first reader has, else what the next has', () => {
    assert.deepEqual([read(2026, 'measures'), read(2026, 'scoring')], ['newer', 'committed']);
  });

  it('has nothing when no reader has it', () => {
    assert.equal(read(2027, 'measures'), undefined);
  });
});
