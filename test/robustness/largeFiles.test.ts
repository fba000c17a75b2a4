import assert from 'node:assert/strict';
import { file, measurement, RATE, registrySet } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { answered } from './everyRequest.ts';

const LENGTH = 50_000_000;

const QRDA3 = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
const SECTION = QRDA3.slice(QRDA3.indexOf('<structuredBody>') + 16, QRDA3.indexOf('</structuredBody>'));

function largeQrda3(section: string): string {
  const repeated = section.repeat(Math.ceil(LENGTH / section.length));
  return QRDA3.replace('</structuredBody>', () => `${repeated}</structuredBody>`);
}

function largeQppJson(indentation: number): string {
  const set = registrySet([measurement('236', RATE)]);
  const count = Math.ceil(LENGTH / JSON.stringify(set, null, indentation).length);
  return JSON.stringify(JSON.parse(file(Array.from({ length: count }, () => set))), null, indentation);
}

const FILES = [
  ['a QRDA III file with line breaks', 'xml', () => largeQrda3(SECTION)],
  ['a QRDA III file of one line', 'xml', () => largeQrda3(SECTION).replace(/\n\s*/g, ' ')],
  ['a QPP JSON file with line breaks', 'json', () => largeQppJson(2)],
  ['a QPP JSON file of one line', 'json', () => largeQppJson(0)],
] as const;

describe('50 MB of', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  for (const [name, ending, text] of FILES) {
    it(`${name} are checked, and outline and completion answered`, async () => {
      const uri = `file:///large.${ending}`;
      assert.ok((await client.open(uri, text())).length > 0);
      const textDocument = { uri };
      const position = { line: 3, character: 10 };
      await answered(client.connection, 'textDocument/completion', { textDocument, position });
      await answered(client.connection, 'textDocument/hover', { textDocument, position });
      assert.ok(await answered(client.connection, 'textDocument/documentSymbol', { textDocument }));
    });
  }
});
