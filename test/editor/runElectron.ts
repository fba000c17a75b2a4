/**
 * `npm run test:electron`: the tests of extensionHost/ in a desktop VS Code, which is downloaded
 * first. `-- --version 1.93.0` takes another than the newest.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { buildExtensionHostTests } from './buildExtensionHostTests.ts';
import { incomplete, readTestResult, type TestResult } from './testResult.ts';
import { copyWorkspace } from './workspaceCopy.ts';

async function runInDesktop(version: string): Promise<TestResult> {
  const workspace = copyWorkspace();
  const resultFile = path.join(workspace.folder, '..', 'result.json');
  try {
    const exitCode = await runTests({
      version,
      extensionDevelopmentPath: path.resolve(__dirname, '../..'),
      extensionTestsPath: await buildExtensionHostTests(),
      extensionTestsEnv: { QPP_LENS_TEST_RESULT: resultFile, QPP_LENS_TEST_FOLDER: 'folder' },
      launchArgs: [workspace.folder, '--disable-extensions', '--disable-workspace-trust'],
    });
    const result = readTestResult(resultFile);
    return exitCode === 0 || result.failed > 0 ? result : incomplete;
  } finally {
    workspace.remove();
  }
}

const { values } = parseArgs({ options: { version: { type: 'string', default: 'stable' } } });
runInDesktop(values.version).then(
  ({ passed, failed }) => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed === 0 && passed > 0 ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
