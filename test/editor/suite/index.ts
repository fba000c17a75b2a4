import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import type { TestResult } from '../testResult.ts';

/** Called by VS Code in the extension host. The result goes into the file the runner named. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = say;
  const grep = process.env.QPP_LENS_TEST_GREP;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, ...(grep ? { grep } : {}) });
  const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(path.join(__dirname, file));

  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((count) => {
      writeResult(runner.stats);
      resolve(count);
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

function writeResult(stats: Mocha.Stats | undefined): void {
  const file = process.env.QPP_LENS_TEST_RESULT;
  if (file === undefined || stats === undefined) return;
  const { passes, failures, pending } = stats;
  fs.writeFileSync(file, JSON.stringify({ passes, failures, pending } satisfies TestResult));
}

/** The runner tells the suite's lines from the workbench's log by their mark. */
function say(...parts: unknown[]): void {
  for (const line of format(...parts).split('\n')) console.log(`[test]${line}`);
}
