import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver-protocol';
import { fileOf, RATE } from '../fixtures/qppJson/submission.ts';
import { type Client, startClient } from './client.ts';

describe('QPP JSON over stdio', () => {
  let client: Client;
  const text = fileOf('236', RATE);
  const uri = 'file:///files/submission.json';
  const at = (what: string, shift = 1) => {
    const before = text.slice(0, text.indexOf(what) + shift).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  before(async () => {
    client = await startClient();
    await client.open(uri, text, 'json');
  });
  after(() => client.stop());

  it('completes a measure id in its quotes', async () => {
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: at('"236"', 2),
    });
    const item: CompletionItem | undefined = list.items.find(({ label }) => label === '047');
    const start = at('"236"', 0);
    assert.deepEqual(item?.textEdit, {
      range: { start, end: { ...start, character: start.character + 5 } },
      newText: '"047"',
    });
    assert.match(item?.filterText ?? '', /^"047" .*Advance Care Plan/);
  });

  it('explains a measure with its card and what its counts amount to', async () => {
    const card: Hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: at('"236"', 2),
    });
    const { value } = card.contents as { readonly value: string };
    assert.match(value, /CMS165/);
    assert.match(value, /Performance rate: 66\.67 %/);
  });
});
