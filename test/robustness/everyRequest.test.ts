import assert from 'node:assert/strict';
import * as protocol from '../../server/src/lsp/protocol.ts';
import { OWN_REQUESTS } from './everyRequest.ts';

describe('The requests that are tried', () => {
  it('are all those of the protocol', () => {
    const names = Object.entries(protocol).flatMap(([name, value]) =>
      name.endsWith('Request') && typeof value === 'string' ? [value] : [],
    );
    assert.deepEqual(OWN_REQUESTS.map(({ method }) => method).sort(), names.sort());
  });
});
