import assert from 'node:assert/strict';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver-protocol';
import { file, measurement, RATE, registrySet } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { answered, ask, EDITOR_REQUESTS, EVERY_REQUEST, OWN_REQUESTS, type Place } from './everyRequest.ts';
import { createPositions } from './textModel.ts';

const STALE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
const QPP_JSON = file([registrySet([measurement('236', RATE)])], { entityType: 'person' });

/** Values of every kind, none of which is a request's parameters. */
const WRONG_VALUES: readonly unknown[] = [null, 0, -1, 1e308, '', 'x', true, [], [null], {}, { length: -1 }];

/** Keys that parameters have; each is given a value of another kind. */
const KEYS = [
  'uri',
  'files',
  'texts',
  'textDocument',
  'position',
  'range',
  'context',
  'positions',
  'key',
  'path',
  'year',
  'report',
  'whatIf',
  'options',
  'data',
] as const;

describe('A client that does not keep to the protocol', () => {
  let client: Client;
  const uri = 'file:///open.xml';
  const place: Place = { uri, text: STALE, offset: 900, positionAt: createPositions(STALE) };
  beforeEach(async () => {
    client = await startClient();
    await client.open(uri, STALE);
  });
  afterEach(() => client.stop());

  const isAlive = async () => assert.ok(await answered(client.connection, 'qppLens/fileSummary', { uri }));

  it('is answered with a result or an error whatever it sends as parameters', async () => {
    const methods = [...EVERY_REQUEST, ...EVERY_REQUEST.flatMap(({ next }) => next ?? [])].map(
      ({ method }) => method,
    );
    for (const method of methods) {
      const right = EVERY_REQUEST.find((request) => request.method === method)?.params(place) ?? {};
      const wrong = KEYS.flatMap((key) => WRONG_VALUES.map((value) => ({ ...right, [key]: value })));
      const listed = WRONG_VALUES.flatMap((value) =>
        ['files', 'texts', 'whatIf'].map((key) => ({ ...right, [key]: [value] })),
      );
      for (const params of [...WRONG_VALUES.slice(7), ...wrong, ...listed])
        await settled(client, method, params);
    }
    await isAlive();
  });

  it('does no harm with notifications of any shape', async () => {
    const notifications = [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didSave',
      'textDocument/willSave',
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
      'qppLens/practice',
      'qppLens/workspace/forgetFiles',
      'qppLens/nothing',
      '$/setTrace',
      '$/cancelRequest',
    ];
    for (const method of notifications) {
      for (const value of WRONG_VALUES) {
        for (const params of [
          value,
          { textDocument: value },
          { settings: { qppLens: value } },
          { uris: value },
          { id: value },
        ]) {
          await client.connection.sendNotification(method, params);
        }
      }
    }
    await isAlive();
  });

  it('may name settings of any shape', async () => {
    for (const key of [
      'rules',
      'xpathChecks',
      'inlayHints',
      'profile',
      'performanceYear',
      'measuresData',
      'codeLens',
    ]) {
      for (const value of [
        ...WRONG_VALUES,
        [{ context: 1, test: [], message: {} }],
        { __proto__: null, constructor: 'off' },
      ]) {
        await client.connection.sendNotification('workspace/didChangeConfiguration', {
          settings: { qppLens: { [key]: value } },
        });
        await isAlive();
      }
    }
  });

  it('may start the server with options of any shape', async () => {
    for (const options of [null, 7, 'x', [], { practice: 5, rulePages: {}, rules: [1] }]) {
      const other = await startClient(options);
      assert.ok((await other.open(uri, STALE)).length > 0);
      await other.stop();
    }
  });

  it('may change and close files that are not open, and open one twice', async () => {
    const other = 'file:///other.xml';
    const { connection } = client;
    const contentChanges = [
      { range: { start: { line: 3, character: 9 }, end: { line: 3, character: 2 } }, text: 'x' },
    ];
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: other, version: 2 },
      contentChanges,
    });
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } });
    await client.open(uri, STALE.replace('CMS165', 'CMS166'));
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 7 },
      contentChanges,
    });
    await isAlive();
    for (const request of [...EDITOR_REQUESTS, ...OWN_REQUESTS])
      await ask(connection, request, { ...place, uri: other });
  });

  it('may ask for places that are not in the file', async () => {
    const beyond = [-1, 0, 1e6, 2 ** 31, Number.MAX_SAFE_INTEGER];
    for (const line of beyond) {
      for (const character of beyond) {
        const outside = { ...place, positionAt: () => ({ line, character }) };
        for (const { method, params } of EVERY_REQUEST) await settled(client, method, params(outside));
      }
    }
    await isAlive();
  });

  it('may give back its requests in a storm while it edits the file', async () => {
    const { connection } = client;
    const running: Promise<unknown>[] = [];
    for (let version = 2; version < 300; version++) {
      const request = EVERY_REQUEST[version % EVERY_REQUEST.length];
      if (!request) continue;
      const source = new CancellationTokenSource();
      running.push(
        connection.sendRequest(request.method, request.params(place), source.token).catch(onlyErrors),
      );
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: ' ' }],
      });
      source.cancel();
    }
    await within(Promise.all(running));
    await isAlive();
  });

  it('may open 200 files at once and gets the findings of each', async () => {
    const uris = Array.from(
      { length: 200 },
      (_, index) => `file:///many/${index}.${index % 2 ? 'xml' : 'json'}`,
    );
    const found = await within(
      Promise.all(uris.map((each) => client.open(each, each.endsWith('xml') ? STALE : QPP_JSON))),
    );
    assert.ok(found.every((diagnostics) => diagnostics.length > 0));
    await within(Promise.all(uris.map((each) => client.close(each))));
  });

  it('may open and close a file faster than it can be read; closed, it has no findings', async () => {
    const { connection } = client;
    const other = 'file:///flickering.xml';
    for (let version = 0; version < 100; version++) {
      const textDocument = { uri: other, languageId: 'xml', version, text: STALE };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      await connection.sendNotification('textDocument/didClose', { textDocument });
    }
    // What was published so far came before this answer.
    await isAlive();
    assert.ok((await client.open(other, STALE)).length > 0);
    assert.deepEqual(await client.close(other), []);
  });

  const URIS = [
    'untitled:Untitled-1',
    'vscode-vfs://github/owner/repository/a.xml',
    'git:/a.xml?%7B%22ref%22%3A%22HEAD%22%7D',
    'file:///a%20b/%C3%A9%20%F0%9F%A7%AA.xml',
    'file:///100%25/%E0%A4%A.xml',
    'file:///with spaces/ä/\u{1f9ea}.xml',
    'file:///c%3A/Windows/../a.xml',
    'FILE://SERVER/share/a.xml#fragment?query',
    `file:///${'long/'.repeat(20_000)}a.xml`,
    'no uri at all',
    ':',
    '__proto__',
  ] as const;
  for (const name of URIS) {
    it(`may call a file ${name.slice(0, 60)}`, async () => {
      assert.ok((await client.open(name, STALE)).some(({ code }) => code === 'measure-guid-unknown'));
      for (const request of EVERY_REQUEST) await ask(client.connection, request, { ...place, uri: name });
    });
  }
});

/** Waits for an answer, which may be an error: that of the request, not of a server that is gone. */
async function settled(client: Client, method: string, params: unknown): Promise<void> {
  await within(
    client.connection.sendRequest(method, params).catch(onlyErrors),
    `${method} ${JSON.stringify(params).slice(0, 300)}`,
  );
}

function onlyErrors(error: unknown): void {
  if (!(error instanceof ResponseError)) throw error;
}

async function within<T>(task: Promise<T>, what = 'The server'): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no answer within 60 s`)), 60_000);
  });
  return Promise.race([task, patience]).finally(() => clearTimeout(timer));
}
