import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { writeTestResult } from '../testResult.ts';

/** Called by VS Code in the extension host. The runner names the folder of tests and the file for the result. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = say;
  const { QPP_LENS_TEST_GREP: grep, QPP_LENS_TEST_FOLDER: tests, QPP_LENS_TEST_RESULT: result } = process.env;
  if (tests === undefined || result === undefined) throw new Error('The runner named no tests.');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, ...(grep && { grep }) });
  const folder = path.join(__dirname, tests);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(path.join(folder, file));

  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((count) => {
      if (runner.stats !== undefined) writeTestResult(result, runner.stats);
      resolve(count);
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

/** The runner tells the tests' lines from the workbench's log by their mark. */
function say(...parts: unknown[]): void {
  for (const line of format(...parts).split('\n')) console.log(`[test]${line}`);
}
