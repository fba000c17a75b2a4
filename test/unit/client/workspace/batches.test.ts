import assert from 'node:assert/strict';
import { READ_AT_ONCE, readBatches } from '../../../../client/src/workspace/batches.ts';

const textOf = (length: number) => ({ text: 'x'.repeat(length) });

async function sizes(
  lengths: readonly number[],
  limits: { files: number; text: number },
): Promise<number[][]> {
  const batches: number[][] = [];
  for await (const batch of readBatches(lengths, async (length) => textOf(length), limits)) {
    batches.push(batch.map(({ text }) => text.length));
  }
  return batches;
}

describe('The batches in which files are sent to the server', () => {
  it('hold so many files at most', async () => {
    const batches = await sizes([1, 1, 1, 1, 1], { files: 2, text: 100 });
    assert.deepEqual(batches, [[1, 1], [1, 1], [1]]);
  });

  it('hold so much text at most; a larger file is a batch of its own', async () => {
    const batches = await sizes([40, 50, 30, 500, 10], { files: 10, text: 100 });
    assert.deepEqual(batches, [[40, 50], [30], [500], [10]]);
  });

  it('are read no further than the server is with those before', async () => {
    let read = 0;
    const uris = Array.from({ length: 100 }, (_, index) => index);
    const batches = readBatches(
      uris,
      async () => {
        read++;
        return textOf(1);
      },
      { files: 10, text: 1000 },
    );
    await batches.next();
    assert(read <= 10 + READ_AT_ONCE, `${read} files were read`);
    await batches.return(undefined);
  });
});
