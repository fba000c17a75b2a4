import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from './client.ts';

describe("A team's own XPath checks over stdio", () => {
  const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
  const check = {
    id: 'our-language',
    context: '//cda:languageCode/@code',
    test: ". = 'en-US'",
    message: 'We write en-US.',
    severity: 'error',
  };
  const settings = (...xpathChecks: readonly unknown[]) => ({ xpathChecks });
  let client: Client;
  afterEach(() => client.stop());

  const ours = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.filter(({ message }) => /team/.test(String(message)));

  it('join the other findings of the same version when they are done', async () => {
    client = await startClient(settings(check));
    const uri = 'file:///checks/a.xml';
    const before = await client.open(uri, text);
    assert.deepEqual(ours(before), []);
    const after = await client.published(uri);
    const [diagnostic] = ours(after);
    assert.deepEqual([diagnostic?.code, diagnostic?.severity], ['our-language', 1]);
    const { line, character } = diagnostic?.range.start ?? { line: 0, character: 0 };
    assert.match(text.split('\n')[line]?.slice(character) ?? '', /^en"/);
    assert.equal(after.length, before.length + 1);
  });

  it('follow an edit and a change of the settings', async () => {
    client = await startClient(settings(check));
    const uri = 'file:///checks/b.xml';
    await client.open(uri, text);
    const [failed] = ours(await client.published(uri));
    const { line, character } = failed?.range.start ?? { line: 0, character: 0 };
    assert.deepEqual(
      ours(await client.change(uri, 2, { line, start: character, end: character + 2, text: 'en-US' })),
      [],
    );
    assert.deepEqual(ours(await client.published(uri)), []);
    const changed = client.published(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { qppLens: settings({ ...check, test: 'false()' }) },
    });
    await changed;
    assert.equal(ours(await client.published(uri)).length, 1);
  });

  it('that are no XPath are told once by name', async () => {
    client = await startClient(settings({ ...check, id: 'broken', context: '//*[' }, check));
    const uri = 'file:///checks/c.xml';
    await client.open(uri, text);
    const codes = ours(await client.published(uri)).map(({ code }) => code);
    assert.deepEqual(codes, ['broken', 'our-language']);
  });
});
