import assert from 'node:assert/strict';
import { detached } from '../../../server/src/text/detached.ts';

describe('a slice that is detached from its text', () => {
  for (const slice of [
    '',
    '1',
    '2.16.840.1.113883.10.20.27.3.17',
    'Straße \u{1f9ea}',
    '  with blanks around it  ',
  ]) {
    it(`is ${JSON.stringify(slice)} still`, () => {
      assert.equal(detached(slice), slice);
    });
  }
});
