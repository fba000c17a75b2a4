/**
 * `npm run test:editor`: the extension inside a real VS Code. The tests of extensionHost/ run where
 * extensions run and use VS Code's API, once in each kind of window of `extensionHostRuns.ts`; those of
 * window/ look at the window as a user does. `-- --grep TEXT` runs only the tests so named, `-- --run TEXT`
 * only the kinds of windows so named. `npm run test:editor:oldest` is the same in the oldest VS Code, without those of window/.
 */
import { parseArgs } from 'node:util';
import { buildExtensionHostTests } from './buildExtensionHostTests.ts';
import { type ExtensionHostRun, newestRuns, oldestRuns } from './extensionHostRuns.ts';
import { packageExtension } from './packagedExtension.ts';
import { runExtensionHostTests } from './runExtensionHostTests.ts';
import { runWindowTests } from './runWindowTests.ts';
import { incomplete, type TestResult } from './testResult.ts';

const { values } = parseArgs({
  options: {
    grep: { type: 'string', default: '' },
    run: { type: 'string', default: '' },
    oldest: { type: 'boolean', default: false },
  },
});

async function run(): Promise<void> {
  const runs = (values.oldest ? oldestRuns : newestRuns).filter(({ name }) => isWanted(name));
  const isWindowWanted = !values.oldest && isWanted('a window as users see it');
  const results = [
    ...(await runDevelopment(runs.filter(({ isPackaged }) => !isPackaged))),
    ...(isWindowWanted ? [await runWindowTests(values.grep).catch(failed)] : []),
    // Last, because packaging builds dist/ anew.
    ...(await runPackaged(runs.filter(({ isPackaged }) => isPackaged))),
  ];
  const passedCount = results.reduce((sum, result) => sum + result.passed, 0);
  const failedCount = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passedCount} passed, ${failedCount} failed`);
  // A run without a single test is no success.
  process.exit(failedCount === 0 && passedCount > 0 ? 0 : 1);
}

async function runDevelopment(runs: readonly ExtensionHostRun[]): Promise<TestResult[]> {
  if (runs.length === 0) return [];
  const script = await buildExtensionHostTests();
  const results: TestResult[] = [];
  for (const each of runs) results.push(await runOne(each, script));
  return results;
}

async function runPackaged(runs: readonly ExtensionHostRun[]): Promise<TestResult[]> {
  if (runs.length === 0) return [];
  const packaged = packageExtension();
  const script = await buildExtensionHostTests();
  const results: TestResult[] = [];
  for (const each of runs) {
    const installed = packaged.install(each.edition);
    results.push(await runOne(each, script, installed.extensionsFolder));
    installed.remove();
  }
  packaged.remove();
  return results;
}

/** A run that was to test something and counted nothing has failed, unless only some tests are wanted. */
async function runOne(
  each: ExtensionHostRun,
  script: string,
  extensionsFolder?: string,
): Promise<TestResult> {
  console.log(`\nVS Code with ${each.name}`);
  const { grep } = values;
  const prepared = { script, grep, ...(extensionsFolder !== undefined && { extensionsFolder }) };
  const result = await runExtensionHostTests(each, prepared).catch(failed);
  return grep === '' && result.passed === 0 && result.failed === 0 ? incomplete : result;
}

function isWanted(name: string): boolean {
  return name.includes(values.run);
}

function failed(error: unknown): TestResult {
  console.error(error);
  return incomplete;
}

void run();
