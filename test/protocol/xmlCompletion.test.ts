import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { CURSOR, cursorIn } from '../fixtures/cursor.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { ecqm } from '../fixtures/qrda3/sections.ts';
import { filled } from '../fixtures/snippet.ts';
import { type Client, startClient } from './client.ts';

const FILE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
const GUID = ecqm('CMS165', 2025).eMeasureGuid ?? '';

describe('Completion of QRDA III over stdio', () => {
  let client: Client;
  let files = 0;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  /** Opens a marked text and asks at its cursor, as an editor does when the trigger character was typed. */
  async function complete(
    marked: string,
    triggerCharacter?: string,
  ): Promise<CompletionList & { uri: string }> {
    const { text, offset } = cursorIn(marked);
    const uri = `file:///files/${++files}.xml`;
    await client.open(uri, text);
    const before = text.slice(0, offset).split('\n');
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      context: triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 },
    });
    return { ...list, uri };
  }

  /** The text after an item was taken, as a client applies its edits. */
  function accepted(marked: string, item: CompletionItem | undefined): string {
    const lines = cursorIn(marked).text.split('\n');
    const offsetOf = ({ line, character }: { line: number; character: number }) =>
      lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, character);
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    const edits = [
      { ...item.textEdit, newText: filled(item.textEdit.newText) },
      ...(item.additionalTextEdits ?? []),
    ].sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start));
    return edits.reduce(
      (text, { range, newText }) =>
        text.slice(0, offsetOf(range.start)) + newText + text.slice(offsetOf(range.end)),
      lines.join('\n'),
    );
  }

  it('offers the measures by name in the quotes of their GUID', async () => {
    const marked = FILE.replace(GUID, CURSOR);
    const { items } = await complete(marked, '"');
    const item = items.find(({ label }) => label === 'CMS165v13 · 236 · Controlling High Blood Pressure');
    assert.equal(accepted(marked, item), FILE);
  });

  it('brings the extension of a template along, whether one stands there or not', async () => {
    const template = '<templateId root="2.16.840.1.113883.10.20.27.3.17" extension="2022-05-01"/>';
    for (const damaged of [
      `<templateId root="${CURSOR}"/>`,
      `<templateId root="${CURSOR}" extension="2019"/>`,
    ]) {
      const marked = FILE.replace(template, damaged);
      const { items } = await complete(marked);
      assert.equal(
        accepted(
          marked,
          items.find(({ label }) => label.endsWith('27.3.17')),
        ),
        FILE,
      );
    }
  });

  it('writes a whole measure after a bracket, in a file that is damaged by it', async () => {
    const marked = FILE.replace('<entry typeCode="DRIV">', `<${CURSOR}\n<entry typeCode="DRIV">`);
    const { items, isIncomplete } = await complete(marked, '<');
    assert.equal(isIncomplete, true);
    const text = accepted(
      marked,
      items.find(({ label }) => label.startsWith('CMS2v14')),
    );
    const errors = (await client.open(`file:///files/${++files}.xml`, text)).filter(
      ({ severity }) => severity === 1,
    );
    assert.deepEqual(errors, []);
  });

  it('ends the open element behind a slash', async () => {
    const { items } = await complete(FILE.replace('</externalDocument>', `</${CURSOR}`), '/');
    assert.equal(items[0]?.label, '</externalDocument>');
  });

  it('is silent at a blank between words', async () => {
    const { items } = await complete(FILE.replace('See the', `See ${CURSOR}the`), ' ');
    assert.deepEqual(items, []);
  });

  it('writes a whole document in a new file', async () => {
    const { items } = await complete(`<?xml version="1.0"?>\n${CURSOR}`);
    const item = items.find(({ label }) => label === 'QRDA III document of 2025 · MIPS_GROUP');
    const text = accepted(`<?xml version="1.0"?>\n${CURSOR}`, item);
    const errors = (await client.open(`file:///files/${++files}.xml`, text)).filter(
      ({ severity }) => severity === 1,
    );
    assert.deepEqual(errors, []);
  });

  it('follows the keystrokes of a name', async () => {
    const marked = FILE.replace('<languageCode code="en"/>', CURSOR);
    const { text, offset } = cursorIn(marked);
    const uri = `file:///files/${++files}.xml`;
    await client.open(uri, text);
    const before = text.slice(0, offset).split('\n');
    const line = before.length - 1;
    let character = before.at(-1)?.length ?? 0;
    for (const [index, typed] of ['<', 'l', 'a'].entries()) {
      await client.change(uri, index + 2, { line, start: character, end: character, text: typed });
      character++;
      const { items }: CompletionList = await client.connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
      assert.equal(items[0]?.label, 'languageCode', typed);
    }
  });
});
