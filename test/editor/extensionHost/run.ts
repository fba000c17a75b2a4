import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { writeTestResult } from '../testResult.ts';

/** Called by VS Code in the extension host. The result goes into the file the runner named. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = say;
  const grep = process.env.QPP_LENS_TEST_GREP;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, ...(grep && { grep }) });
  const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(path.join(__dirname, file));

  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((count) => {
      const file = process.env.QPP_LENS_TEST_RESULT;
      if (file !== undefined && runner.stats !== undefined) writeTestResult(file, runner.stats);
      resolve(count);
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

/** The runner tells the tests' lines from the workbench's log by their mark. */
function say(...parts: unknown[]): void {
  for (const line of format(...parts).split('\n')) console.log(`[test]${line}`);
}
