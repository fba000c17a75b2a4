import assert from 'node:assert/strict';
import { changeBetween } from '../../../server/src/text/change.ts';

describe('the change between two versions of a text', () => {
  const cases: readonly (readonly [
    before: string,
    now: string,
    change: readonly [number, number, number],
  ])[] = [
    ['value="10"', 'value="120"', [8, 8, 9]],
    ['value="120"', 'value="10"', [8, 9, 8]],
    ['value="12"', 'value="13"', [8, 9, 9]],
    ['<a/><b/>', '<a/>', [4, 8, 4]],
    ['', 'all of it', [0, 0, 9]],
    ['all of it', '', [0, 9, 0]],
    ['the same', 'the same', [8, 8, 8]],
    // Where a character is doubled, either of the two could be the new one.
    ['100', '1000', [3, 3, 4]],
    ['aaa', 'aa', [2, 3, 2]],
  ];
  for (const [before, now, [start, endBefore, endNow]] of cases) {
    it(`from ${JSON.stringify(before)} to ${JSON.stringify(now)} is the shortest`, () => {
      assert.deepEqual(changeBetween(before, now), { start, endBefore, endNow });
    });
  }
});
