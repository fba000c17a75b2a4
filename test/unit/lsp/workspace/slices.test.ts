import assert from 'node:assert/strict';
import { mostSevere } from '../../../../server/src/lsp/workspace/mostSevere.ts';
import { inSlices } from '../../../../server/src/lsp/workspace/slices.ts';
import type { Finding, Severity } from '../../../../server/src/rules/finding.ts';

describe('Checking many files', () => {
  const everyMillisecond = () => {
    let time = 0;
    return () => time++;
  };

  it('lets everything else run between slices', async () => {
    const order: string[] = [];
    setTimeout(() => order.push('other'), 0);
    const items = Array.from({ length: 50 }, (_, index) => String(index));
    await inSlices(items, (item) => order.push(item), { isCancellationRequested: false }, everyMillisecond());
    assert(order.indexOf('other') < order.indexOf('49'));
    assert.deepEqual(
      order.filter((each) => each !== 'other'),
      items,
    );
  });

  it('stops before the next file when it is cancelled', async () => {
    const token = { isCancellationRequested: false };
    const done: number[] = [];
    const isComplete = await inSlices(
      [1, 2, 3],
      (item) => {
        done.push(item);
        token.isCancellationRequested = item === 2;
      },
      token,
    );
    assert.equal(isComplete, false);
    assert.deepEqual(done, [1, 2]);
  });
});

describe('The findings of a file that is not open', () => {
  const finding = (severity: Severity) => ({ severity }) as Finding;

  it('are the most severe of very many', () => {
    const all = [finding('hint'), finding('error'), finding('warning'), finding('error')];
    assert.deepEqual(
      mostSevere(all, 3).map(({ severity }) => severity),
      ['error', 'error', 'warning'],
    );
  });
});
