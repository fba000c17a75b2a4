import assert from 'node:assert/strict';
import { createLatestOnly } from '../../../../client/src/scorePanel/latestOnly.ts';

/** A task whose runs the test ends one by one. */
function steppedTask() {
  const ends: (() => void)[] = [];
  return {
    task: () => new Promise<void>((resolve) => ends.push(resolve)),
    count: () => ends.length,
    async end() {
      ends.at(-1)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('asking for the latest only', () => {
  it('begins at once, and gathers what comes while it waits into one further run', async () => {
    const { task, count, end } = steppedTask();
    const latest = createLatestOnly(task);
    latest.request();
    assert.equal(count(), 1);
    latest.request();
    latest.request();
    assert.equal(count(), 1);
    await end();
    assert.equal(count(), 2);
    await end();
    assert.equal(count(), 2);
    latest.request();
    assert.equal(count(), 3);
  });

  it('begins no run after it was stopped', async () => {
    const { task, count, end } = steppedTask();
    const latest = createLatestOnly(task);
    latest.request();
    latest.request();
    latest.stop();
    await end();
    assert.equal(count(), 1);
  });
});
