import assert from 'node:assert/strict';
import path from 'node:path';
import { createXpathWorkers } from '../../server/src/xpath/workers.ts';
import { startXpathThread } from '../../server/src/xpathThread.ts';

describe('The thread for XPath', () => {
  const ask = createXpathWorkers(() =>
    startXpathThread(path.resolve(__dirname, '../../dist/xpathWorker.js')),
  );
  const text = `<r>${'<a><b/></a>'.repeat(5000)}</r>`;
  /** Visits some 10^12 nodes. */
  const endless = '//*[count(//*[count(//*) > 1]) > 1]';

  it('stops an expression that takes too long and goes on with the next', async () => {
    const answers = await ask(
      text,
      [{ context: '/r' }, { context: endless }, { context: '//b' }],
      new AbortController().signal,
    );
    assert.deepEqual(
      answers.map((answer) => (answer.kind === 'found' ? answer.count : answer.reason)),
      [1, 'it took longer than 5 s and was stopped', 5000],
    );
  });

  it('ends at once when its job is called off', async () => {
    const controller = new AbortController();
    const asked = ask(text, [{ context: endless }], controller.signal);
    controller.abort(new Error('called off'));
    await assert.rejects(asked, /called off/);
  });
});
