/**
 * `npm run test:editor`: the extension inside a real VS Code. The tests of extensionHost/ run where
 * extensions run and use VS Code's API; those of window/ look at the window as a user does.
 * `-- --grep TEXT` runs only the tests so named.
 */
import { parseArgs } from 'node:util';
import { runExtensionHostTests } from './runExtensionHostTests.ts';
import { runWindowTests } from './runWindowTests.ts';
import { incomplete, type TestResult } from './testResult.ts';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { grep: { type: 'string', default: '' } } });
  const results = [
    await runExtensionHostTests(values.grep).catch(failed),
    await runWindowTests(values.grep).catch(failed),
  ];
  const passedCount = results.reduce((sum, result) => sum + result.passed, 0);
  const failedCount = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passedCount} passed, ${failedCount} failed`);
  // A run without a single test is no success.
  process.exit(failedCount === 0 && passedCount > 0 ? 0 : 1);
}

function failed(error: unknown): TestResult {
  console.error(error);
  return incomplete;
}

void run();
