import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { seededRandom } from '../fixtures/damage.ts';
import { file, measurement, RATE, registrySet, STRATA } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { ask, EDITOR_REQUESTS, EVERY_REQUEST, OWN_REQUESTS, type Place } from './everyRequest.ts';
import { createAuthor } from './randomEdits.ts';
import { createPositions } from './textModel.ts';

const EDITS = 5_000;
/** Something is asked after every so many edits; that which takes long would take most of the time. */
const QUESTION = 3;
/** After so many edits the file is compared with one that is opened afresh. */
const CHECKPOINT = 100;

const ORIGINALS = {
  xml: {
    seed: 20_251,
    text: qrda3({
      year: 2025,
      quality: [{ ecqm: 'CMS165' }],
      pi: [['PI_EP_1', [5, 10]]],
      activities: ['IA_EPA_1'],
    }),
  },
  json: {
    seed: 20_252,
    text: file([
      registrySet([measurement('236', RATE), measurement('052', STRATA), measurement('001', RATE)]),
      registrySet([measurement('PI_EP_1', { numerator: 5, denominator: 10 })], { category: 'pi' }),
    ]),
  },
} as const;

describe('5,000 random edits', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient({}, CAPABILITIES);
  });
  afterEach(() => client.stop());

  for (const [ending, { seed, text: original }] of Object.entries(ORIGINALS)) {
    it(`of ${ending === 'xml' ? 'a QRDA III' : 'a QPP JSON'} file leave every request answered, and the file as if opened afresh (seed ${seed})`, async () => {
      const random = seededRandom(seed);
      const author = createAuthor(original, random);
      const uri = `file:///edited.${ending}`;
      let text = original;
      await client.open(uri, text);
      for (let version = 2; version <= EDITS + 1; version++) {
        try {
          const change = author.change();
          text = change.text;
          const isCheckpoint = version % CHECKPOINT === 0;
          const published = isCheckpoint ? client.publishedOf(uri, version) : null;
          await client.connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [...change.contentChanges],
          });
          const place = placeIn(uri, text, Math.floor(random() * (text.length + 1)));
          const request = EVERY_REQUEST[Math.floor(random() * EVERY_REQUEST.length)];
          if (request && version % QUESTION === 0) await ask(client.connection, request, place);
          if (published) await compare(client, place, await published, version);
        } catch (cause) {
          throw new Error(`seed ${seed}, edit ${version - 1}`, { cause });
        }
      }
    });
  }
});

const CAPABILITIES = {
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

function placeIn(uri: string, text: string, offset: number): Place {
  return { uri, text, offset, positionAt: createPositions(text) };
}

/** What completion makes up for an id is new each time; version 4 of RFC 9562. */
const NEW_GUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** The same text, opened under another name, has the same diagnostics and gets the same answers. */
async function compare(client: Client, place: Place, diagnostics: readonly Diagnostic[], version: number) {
  const fresh = { ...place, uri: place.uri.replace('edited', `fresh-${version}`) };
  const nameless = (value: unknown) =>
    JSON.stringify(value).replaceAll(fresh.uri, place.uri).replaceAll(NEW_GUID, 'new GUID');
  const published = client.publishedOf(fresh.uri, version);
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: fresh.uri, languageId: fresh.uri.split('.').at(-1), version, text: fresh.text },
  });
  assert.equal(nameless(await published), nameless(diagnostics));
  for (const request of [...EDITOR_REQUESTS, ...OWN_REQUESTS]) {
    const asked = async () => [
      nameless(await ask(client.connection, request, place)),
      nameless(await ask(client.connection, request, fresh)),
    ];
    let [edited, opened] = await asked();
    // What the files of a participant say together is compared once the server comes to rest.
    for (
      let look = 0;
      edited !== opened && request.method.startsWith('qppLens/workspace/') && look < 25;
      look++
    ) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      [edited, opened] = await asked();
    }
    assert.equal(opened, edited, request.method);
  }
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: fresh.uri } });
  await client.connection.sendNotification('qppLens/workspace/forgetFiles', { uris: [fresh.uri] });
}
