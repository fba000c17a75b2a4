import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type MovedFile, moveRequest } from '../../server/src/lsp/protocol.ts';
import { fileOf, RATE } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { type Client, startClient } from './client.ts';

describe('Moving a file to another year over stdio', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  async function move(uri: string, text: string, year: number): Promise<MovedFile | null> {
    await client.open(uri, text);
    return client.connection.sendRequest(moveRequest, { uri, year });
  }

  it('gives the moved text, and edits of the open file that make it', async () => {
    const text = qrda3({ year: 2024, quality: [{ ecqm: 'CMS165' }] });
    const moved = await move('file:///files/of-2024.xml', text, 2025);
    assert.equal(moved?.from, 2024);
    assert.equal(moved?.to, 2025);
    assert.ok(moved?.text.includes(ecqm('CMS165', 2025).eMeasureGuid ?? '-'));
    const document = TextDocument.create('file:///files/of-2024.xml', 'xml', 1, text);
    assert.equal(TextDocument.applyEdits(document, moved.edits as TextEdit[]), moved.text);
  });

  it('lists what stays at its place in the moved text', async () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    const moved = await move('file:///files/of-2025.xml', text, 2026);
    const left = moved?.leftovers.find(({ message }) =>
      /has not published the eCQM GUIDs of 2026/.test(message),
    );
    const line = moved?.text.split('\n')[left?.range.start.line ?? 0];
    assert.equal(
      line?.slice(left?.range.start.character, left?.range.end.character),
      ecqm('CMS165', 2025).eMeasureGuid,
    );
  });

  it('moves QPP JSON too, and nothing else', async () => {
    const moved = await move('file:///files/submission.json', fileOf('236', RATE), 2026);
    assert.match(moved?.text ?? '', /"performanceYear": 2026/);
    const note = 'file:///files/note.xml';
    await client.open(note, '<note/>');
    assert.equal(await client.connection.sendRequest(moveRequest, { uri: note, year: 2026 }), null);
  });
});
