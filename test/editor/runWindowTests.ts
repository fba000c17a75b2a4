import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import type { TestResult } from './testResult.ts';

const folder = path.join(__dirname, 'window');

/** Runs test/editor/window in this process, which drives the browser. */
export async function runWindowTests(grep: string): Promise<TestResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, retries: 2, ...(grep && { grep }) });
  for (const file of fs.readdirSync(folder)) {
    if (file.endsWith('.test.ts')) mocha.addFile(path.join(folder, file));
  }
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      resolve({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 1 });
    });
  });
}
