import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type {
  AcrossFilesParams,
  FileSummary,
  ParticipantFilesResult,
  WorkspaceParticipant,
} from '../../server/src/lsp/protocol.ts';
import { conflictFolder } from '../fixtures/conflicts/conflictFolder.ts';
import { qrda3, TEST_TIN } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from './client.ts';

describe('The workspace check of the server', () => {
  let client: Client;
  let folder: string;
  let count = 0;
  let said: Map<string, readonly Diagnostic[]>;

  beforeEach(async () => {
    client = await startClient();
    folder = `file:///workspace${count++}`;
    said = new Map();
    client.connection.onNotification('qppLens/workspace/acrossFiles', ({ files }: AcrossFilesParams) => {
      for (const { uri, diagnostics } of files) said.set(uri, diagnostics);
    });
  });
  afterEach(() => client.stop());

  const uriOf = (name: string) => `${folder}/${name}`;
  const check = (files: Iterable<readonly [string, string | null]>) =>
    client.connection.sendRequest('qppLens/workspace/checkFiles', {
      files: [...files].map(([name, text]) => ({ uri: uriOf(name), text })),
    });
  const forget = (...uris: string[]) =>
    client.connection.sendNotification('qppLens/workspace/forgetFiles', { uris });
  const participants = () =>
    client.connection.sendRequest<WorkspaceParticipant[]>('qppLens/workspace/participants');
  const rulesIn = (name: string) => (said.get(uriOf(name)) ?? []).map(({ code }) => code).sort();
  /** The server says when it has compared the files. */
  const compared = () =>
    new Promise<void>((resolve) => {
      const once = client.connection.onNotification('qppLens/workspace/changed', () => {
        once.dispose();
        resolve();
      });
    });

  const valid = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
  const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });

  it('publishes the findings of files that are not open', async () => {
    const published = client.published(uriOf('stale.xml'));
    await check([['stale.xml', stale]]);
    assert((await published).some(({ code }) => code === 'measure-guid-unknown'));
  });

  it('takes the findings back of a file that is mended, and of one that is gone', async () => {
    await check([['stale.xml', stale]]);
    const mended = client.published(uriOf('stale.xml'));
    await check([['stale.xml', valid]]);
    assert(!(await mended).some(({ code }) => code === 'measure-guid-unknown'));
    const gone = client.published(uriOf('stale.xml'));
    await forget(folder);
    assert.deepEqual(await gone, []);
    assert.deepEqual(await participants(), []);
  });

  it('leaves an open file to its own version, and its findings stay when it is closed', async () => {
    await client.open(uriOf('open.xml'), valid);
    await check([['open.xml', stale]]);
    const [entry] = await participants();
    assert.equal(entry?.fileCount, 1);
    const closed = client.published(uriOf('open.xml'));
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: uriOf('open.xml') },
    });
    await check([['open.xml', stale]]);
    assert((await closed).some(({ code }) => code === 'measure-guid-unknown'));
  });

  it('tells what the files of a participant say together, each time with what has changed', async () => {
    const first = compared();
    await check(conflictFolder(2023));
    await first;
    assert.deepEqual(rulesIn('registry.json'), ['pi-answer-conflict', 'pi-answer-conflict']);
    const [related] = said.get(uriOf('registry.json'))?.[0]?.relatedInformation ?? [];
    assert.equal(related?.location.uri, uriOf('ehr.xml'));

    const second = compared();
    await forget(uriOf('registry.json'));
    await second;
    assert.deepEqual(rulesIn('registry.json'), []);
    assert.deepEqual(rulesIn('later-ehr.xml'), ['measure-sent-again', 'measurement-set-sent-again']);
  });

  it('follows the edits of an open file', async () => {
    const files = conflictFolder(2023);
    const text = files.get('registry.json') ?? '';
    await client.open(uriOf('registry.json'), text);
    const first = compared();
    await check(files);
    await first;
    const line = text.split('\n').findIndex((each) => each.includes('"value": false'));
    const start = (text.split('\n')[line] ?? '').indexOf('false');
    const second = compared();
    await client.change(uriOf('registry.json'), 2, { line, start, end: start + 5, text: 'true' });
    await second;
    assert.deepEqual(rulesIn('registry.json'), ['pi-answer-conflict']);
  });

  it('lists the participants by year, with their files, sets and conflicts', async () => {
    const done = compared();
    await check(conflictFolder(2023));
    await done;
    const all = await participants();
    assert.deepEqual(
      all.map((each) => [each.performanceYear, each.entityType, each.tin, each.fileCount]),
      [
        [2024, 'group', TEST_TIN, 1],
        [2023, 'group', TEST_TIN, 3],
        [2023, 'group', '000888888', 1],
        [2023, 'individual', TEST_TIN, 1],
      ],
    );
    const group = all[1];
    assert.equal(group?.conflictCount, 6);
    const { files, conflicts } = await client.connection.sendRequest<ParticipantFilesResult>(
      'qppLens/workspace/participantFiles',
      { key: group?.key },
    );
    assert.deepEqual(
      files.map(({ uri, sets }) => [uri, sets.map(({ category }) => category)]),
      [
        [uriOf('ehr.xml'), ['quality', 'pi']],
        [uriOf('later-ehr.xml'), ['quality']],
        [uriOf('registry.json'), ['quality', 'pi']],
      ],
    );
    assert.equal(conflicts.length, 6);
  });

  it('answers for an open file while it checks others', async () => {
    await client.open(uriOf('open.xml'), valid);
    const many = Array.from({ length: 200 }, (_, index) => [`${index}.xml`, valid] as const);
    let isChecked = false;
    const checking = check(many).then(() => {
      isChecked = true;
    });
    await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: uriOf('open.xml') },
      position: { line: 0, character: 0 },
    });
    assert.equal(isChecked, false);
    await checking;
  });

  it('says in a few words what an open file is', async () => {
    await client.open(uriOf('open.xml'), valid);
    const summary = await client.connection.sendRequest<FileSummary>('qppLens/fileSummary', {
      uri: uriOf('open.xml'),
    });
    assert.deepEqual(summary, {
      format: 'qrda3',
      performanceYear: 2025,
      programs: ['mips'],
      participant: { entityType: 'group', tin: TEST_TIN },
    });
  });
});
