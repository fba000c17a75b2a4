import assert from 'node:assert/strict';
import path from 'node:path';
import type { CheckRequest, FileResult } from '../../../server/src/cli/check/checkedFile.ts';
import { checkApart, workersFor } from '../../../server/src/cli/check/results.ts';
import { startWorkers } from '../../../server/src/cli/check/workers.ts';
import type { FoundFile } from '../../../server/src/cli/inputFiles.ts';

const MORTAL = path.resolve(__dirname, '../../fixtures/mortalWorker.cjs');

const REQUEST: CheckRequest = {
  profile: 'upload',
  performanceYear: null,
  raw: false,
  severities: {},
  measuresData: null,
  needsExcerpts: false,
  needsFingerprints: false,
  needsFacts: false,
};

function named(...paths: string[]): FoundFile[] {
  return paths.map((name) => ({ path: name, isNamed: true }));
}

async function pathsAndRules(files: readonly FoundFile[], count: number): Promise<string[]> {
  const workers = await startWorkers(MORTAL, count, REQUEST);
  const told: string[] = [];
  for await (const [{ path: name }, result] of checkApart(files, count, workers.check)) {
    const rules = result.kind === 'checked' ? result.file.findings.map(({ finding }) => finding.rule) : [];
    told.push([name, ...rules].join(' '));
  }
  await workers.end();
  return told;
}

describe('Threads that check files', () => {
  it('give a file on which one dies a finding of its own, and go on with the others', async () => {
    assert.deepEqual(await pathsAndRules(named('a', 'exit', 'b', 'throw', 'c'), 2), [
      'a',
      'exit internal',
      'b',
      'throw internal',
      'c',
    ]);
  });

  it('give results in the order of the files, not in that of the checks', async () => {
    assert.deepEqual(await pathsAndRules(named('slow', 'a', 'b'), 2), ['slow', 'a', 'b']);
  });

  it('are not started for a few files', () => {
    assert.equal(workersFor(named(__filename, MORTAL)), 0);
  });
});

describe('Checks ahead of the report', () => {
  it('wait while results of files before them are missing', async () => {
    let started = 0;
    const waiting: (() => void)[] = [];
    const check = () => {
      started++;
      return new Promise<FileResult>((resolve) => waiting.push(() => resolve({ kind: 'skipped' })));
    };
    const results = checkApart(named(...Array.from({ length: 1000 }, String)), 2, check);
    const first = results.next();
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(started > 2 && started < 100);
    for (const resolve of waiting) resolve();
    assert.equal((await first).done, false);
  });
});
