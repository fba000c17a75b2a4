import assert from 'node:assert/strict';
import { ownValue } from '../../../server/src/text/ownValue.ts';

describe('The value of a key that a file names', () => {
  it('is that of the record', () => assert.equal(ownValue({ quality: 'Quality' }, 'quality'), 'Quality'));

  for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    it(`is none for ${key}, which every object inherits`, () => assert.equal(ownValue({}, key), undefined));
  }
});
