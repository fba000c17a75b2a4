import assert from 'node:assert/strict';
import { decodedUri } from '../../../server/src/text/decodedUri.ts';

describe('A URI as people read it', () => {
  it('has its percent escapes resolved', () => {
    assert.equal(decodedUri('file:///a%20b/%C3%A9.xml'), 'file:///a b/é.xml');
  });

  it('stays as it is where a percent sign escapes nothing', () => {
    assert.equal(decodedUri('file:///100%/%E0%A4%A.xml'), 'file:///100%/%E0%A4%A.xml');
  });
});
