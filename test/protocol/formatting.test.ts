import assert from 'node:assert/strict';
import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  RegistrationParams,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileOf, RATE } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from './client.ts';

const options = { tabSize: 3, insertSpaces: true };

describe('Formatting over stdio', () => {
  let client: Client;
  const uri = 'file:///files/one-line.xml';
  const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }).replace(/>\s+</g, '><');
  const applied = (edits: TextEdit[] | null) =>
    TextDocument.applyEdits(TextDocument.create(uri, 'xml', 1, text), edits ?? []);

  before(async () => {
    client = await startClient();
    await client.open(uri, text);
  });
  after(() => client.stop());

  it('gives a one-line QRDA III file lines and indentation', async () => {
    const params: DocumentFormattingParams = { textDocument: { uri }, options };
    const formatted = applied(await client.connection.sendRequest('textDocument/formatting', params));
    assert.match(formatted, /\n {3}<realmCode code="US"\/>\n/);
    assert.equal(formatted.replace(/>\s+</g, '><'), text);
  });

  it('formats a selection alone', async () => {
    const end = text.indexOf('<templateId');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: end } };
    const params: DocumentRangeFormattingParams = { textDocument: { uri }, options, range };
    const formatted = applied(await client.connection.sendRequest('textDocument/rangeFormatting', params));
    assert.ok(formatted.endsWith(text.slice(end)));
    assert.match(formatted, /\n {3}<realmCode code="US"\/>\n/);
  });

  it("leaves QPP JSON to the editor's own formatter", async () => {
    const json = 'file:///files/submission.json';
    await client.open(json, fileOf('236', RATE));
    const params: DocumentFormattingParams = { textDocument: { uri: json }, options };
    assert.deepEqual(await client.connection.sendRequest('textDocument/formatting', params), []);
  });

  it('is offered for XML alone, and not before a QRDA III file is open, where the client takes later offers', async () => {
    const dynamicRegistration = true;
    const late = await startClient(undefined, {
      textDocument: { formatting: { dynamicRegistration }, rangeFormatting: { dynamicRegistration } },
    });
    const registered: RegistrationParams['registrations'][number][] = [];
    const isComplete = new Promise<void>((resolve) =>
      late.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
        registered.push(...registrations);
        if (registered.length === 2) resolve();
      }),
    );
    await late.open('file:///files/submission.json', fileOf('236', RATE));
    assert.equal(registered.length, 0);
    await late.open(uri, text);
    await isComplete;
    assert.deepEqual(
      registered.map(({ method, registerOptions }) => [method, registerOptions]),
      ['textDocument/formatting', 'textDocument/rangeFormatting'].map((method) => [
        method,
        { documentSelector: [{ language: 'xml' }] },
      ]),
    );
    await late.stop();
  });
});
