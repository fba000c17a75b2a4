import assert from 'node:assert/strict';
import { type RedactedCopy, redactRequest } from '../../server/src/lsp/protocol.ts';
import { fileOf, RATE } from '../fixtures/qppJson/submission.ts';
import { qrda3, TEST_NPI, TEST_TIN } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from './client.ts';

describe('Redacted copies over stdio', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  it('are made of texts that need not be open, together', async () => {
    const xml = qrda3({ year: 2025, program: 'MIPS_INDIV', npi: TEST_NPI, quality: [{ ecqm: 'CMS165' }] });
    const copies: RedactedCopy[] = await client.connection.sendRequest(redactRequest, {
      texts: [xml, fileOf('236', RATE), 'no submission'],
    });
    assert.equal(copies.length, 3);
    assert.doesNotMatch(copies[0]?.text ?? '', new RegExp(`${TEST_TIN}|${TEST_NPI}`));
    assert.match(copies[0]?.replaced ?? '', /^1 TIN, 1 NPI/);
    assert.deepEqual(copies[2], { text: 'no submission', replaced: '' });
  });
});
