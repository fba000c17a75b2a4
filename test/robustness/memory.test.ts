import assert from 'node:assert/strict';
import { residentMegabytes } from '../bench/memory.ts';
import { seededRandom } from '../fixtures/damage.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { createPositions } from './textModel.ts';

const EDITS = 2_000;
/** So many versions are read between two looks at the memory. */
const ROUND = 50;

const QUALITY = ['CMS165', 'CMS122', 'CMS69', 'CMS125', 'CMS124', 'CMS130'].map((ecqm) => ({ ecqm }));
const TEXT = qrda3({ year: 2025, quality: QUALITY, pi: [['PI_EP_1', [5, 10]]], activities: ['IA_EPA_1'] });

/**
 * A heap grows until it is collected: the least it holds in a part of a run is what it cannot give back. More than this
 * from the first third to the last would be a leak: the versions of the file alone are two hundred times as large.
 */
const LARGEST_GROWTH_MB = 60;

describe('The memory of the server', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it('stays flat over 2,000 edits of a file of 200 kB', async () => {
    assert.ok(TEXT.length > 150_000, `the file has ${TEXT.length} characters`);
    const random = seededRandom(7);
    const uri = 'file:///large.xml';
    const positionAt = createPositions(TEXT);
    const sizes: number[] = [];
    await client.open(uri, TEXT);
    for (let version = 2; version < EDITS + 2; version++) {
      // One key typed into a value, and taken back.
      const at = positionAt(version % 2 === 0 ? placeToType(random) : last);
      const edit =
        version % 2 === 0
          ? { start: at.character, end: at.character, text: 'x' }
          : { start: at.character, end: at.character + 1, text: '' };
      await client.change(uri, version, { line: at.line, ...edit });
      if (version % ROUND === 0) sizes.push(await residentMegabytes(client.processId));
    }
    const third = Math.floor(sizes.length / 3);
    const [first, end] = [Math.min(...sizes.slice(0, third)), Math.min(...sizes.slice(-third))];
    assert.ok(
      end - first < LARGEST_GROWTH_MB,
      `grew from ${first} to ${end} MB: ${sizes.map(Math.round).join(' ')}`,
    );
  });

  let last = 0;
  function placeToType(random: () => number): number {
    last = TEXT.indexOf('"', Math.floor(random() * TEXT.length * 0.9)) + 1;
    return last;
  }

  it('does not grow with files that were opened and closed: 200 of them, three times', async () => {
    const sizes: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 200; index++) {
        const uri = `file:///${round}/${index}.xml`;
        await client.open(uri, SMALL);
        await client.close(uri);
      }
      sizes.push(await residentMegabytes(client.processId));
    }
    const [first = 0, , end = 0] = sizes;
    assert.ok(end - first < LARGEST_GROWTH_MB, `grew from ${first} to ${end} MB`);
  });
});

const SMALL = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
