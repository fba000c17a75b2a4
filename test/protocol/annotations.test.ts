import assert from 'node:assert/strict';
import type { InlayHint } from 'vscode-languageserver-protocol';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from './client.ts';

const XML = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], pi: [['PI_EP_1', [3, 4]]] });

describe('Annotations of a file over stdio', () => {
  const uri = 'file:///annotations.xml';
  const textDocument = { uri };
  const lines = XML.split('\n');
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  let client: Client;
  before(async () => {
    client = await startClient();
    await client.open(uri, XML);
  });
  after(() => client.stop());

  const hints = () =>
    client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range: whole });

  it('show hints behind values, of the kinds that the settings leave on', async () => {
    const rate = (await hints()).find(({ label }) => label === '66.67 % (60 of 90)');
    assert(lines[rate?.position.line ?? 0]?.includes('value="60"'));
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { qppLens: { inlayHints: { rates: false, measureNames: true, dates: false } } },
    });
    const left = (await hints()).map(({ label }) => label);
    assert(left.includes('236 · CMS165v13 · Controlling High Blood Pressure') && left.includes('Numerator'));
    assert(!left.includes('66.67 % (60 of 90)') && !left.includes('2025-01-01'));
  });
});
