import assert from 'node:assert/strict';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { file, measurement, RATE, registrySet } from '../fixtures/qppJson/submission.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { ask, EVERY_REQUEST } from './everyRequest.ts';
import { createPositions } from './textModel.ts';

const LENGTH = 100_000;

/**
 * To read all 100,000 beginnings takes minutes for each format; `QPP_LENS_EVERY_POINT=1` does it. Else those are left
 * out that cost most and are most like others: in the middle of the file its parts repeat.
 */
const isEveryPoint = process.env.QPP_LENS_EVERY_POINT === '1';
const FIRST = 30_000;
const LAST = 2_000;
const READ_STRIDE = 23;
const strideAt = (length: number) =>
  isEveryPoint || length < FIRST || length >= LENGTH - LAST ? 1 : READ_STRIDE;

/** Rules and requests are tried at every so many points; a prime, so that all places in lines and tags come up. */
const CHECK_STRIDE = 197;
const REQUEST_STRIDE = 997;

/** A truncated file takes no longer than a whole one; this is for a busy machine. */
const LONGEST_MS = 5_000;

const measures = Array.from({ length: 400 }, (_, index) =>
  measurement(String(index + 1).padStart(3, '0'), RATE),
);
const FILES = {
  xml: qrda3({
    year: 2025,
    quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }, { ecqm: 'CMS69' }],
    pi: [['PI_EP_1', [5, 10]]],
    activities: ['IA_EPA_1'],
  }).slice(0, LENGTH),
  json: file([registrySet(measures)]).slice(0, LENGTH),
} as const;

for (const [ending, text] of Object.entries(FILES)) {
  const read = (length: number) =>
    openDocument(text.slice(0, length), knowledge.catalogs, { performanceYear: null });

  describe(`A file of 100 kB that is cut off (${ending})`, () => {
    const points = isEveryPoint
      ? 'each of its 100,000 characters'
      : 'each of its first 30,000 and last 2,000 characters and every 23rd between';
    it(`is read and decoded at ${points}`, () => {
      assert.equal(text.length, LENGTH);
      for (let length = 0; length <= LENGTH; length += strideAt(length)) timed(length, () => read(length));
    });

    it(`is checked at every ${CHECK_STRIDE}th character`, () => {
      for (let length = 0; length <= LENGTH; length += CHECK_STRIDE) {
        const findings = timed(length, () => checkDocument(read(length), knowledge, DEFAULT_CHECK_OPTIONS));
        assert.ok(
          findings.every(({ data }) => data?.internal !== true),
          `cut at ${length}`,
        );
      }
    });
  });

  describe(`The server on a file of 100 kB that is cut off (${ending})`, () => {
    let client: Client;
    before(async () => {
      client = await startClient();
    });
    after(() => client.stop());

    it(`answers every request at its end and in its middle, at every ${REQUEST_STRIDE}th character`, async () => {
      for (let length = 0; length <= LENGTH; length += REQUEST_STRIDE) {
        const uri = `file:///cut-${length}.${ending}`;
        const cut = text.slice(0, length);
        await client.open(uri, cut);
        const positionAt = createPositions(cut);
        for (const [index, request] of EVERY_REQUEST.entries()) {
          const offset = index % 2 === 0 ? length : length >> 1;
          await ask(client.connection, request, { uri, text: cut, offset, positionAt });
        }
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      }
    });
  });
}

function timed<T>(length: number, task: () => T): T {
  const start = performance.now();
  const result = task();
  const time = performance.now() - start;
  assert.ok(time < LONGEST_MS, `cut at ${length}: ${Math.round(time)} ms`);
  return result;
}
