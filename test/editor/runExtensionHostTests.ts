import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { remotePath } from '../../host/vscodeServer.ts';
import { openWindow } from '../../host/window.ts';
import { buildExtensionHostTests } from './buildExtensionHostTests.ts';
import { incomplete, readTestResult, type TestResult } from './testResult.ts';
import { copyWorkspace } from './workspaceCopy.ts';

const timeout = 180_000;

/** Runs test/editor/extensionHost in the extension host of a fresh window. */
export async function runExtensionHostTests(grep: string): Promise<TestResult> {
  const script = await buildExtensionHostTests();
  const workspace = copyWorkspace();
  const resultFile = path.join(workspace.folder, '..', 'result.json');
  let exitCode: Promise<number> | undefined;
  const window = await openWindow({
    folder: workspace.folder,
    env: { QPP_LENS_TEST_RESULT: resultFile, QPP_LENS_TEST_GREP: grep },
    options: (server) => [['extensionTestsPath', remotePath(server, script)]],
    prepare: async (page) => {
      exitCode = exitCodeOf(page);
    },
  });
  try {
    const code = await exitCode;
    const result = readTestResult(resultFile);
    return code === 0 || result.failed > 0 ? result : incomplete;
  } catch (error) {
    const screenshot = path.join(os.tmpdir(), 'qpp-lens-editor-failure.png');
    await window.page.screenshot({ path: screenshot });
    throw new Error(`The window did not finish its tests; ${screenshot} shows it.`, { cause: error });
  } finally {
    await window.close();
    workspace.remove();
  }
}

/** Prints what the tests say and waits for the window to report their exit code. */
function exitCodeOf(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`No result within ${timeout / 1000} s.`)), timeout).unref();
    page.once('crash', () => reject(new Error('The page crashed.')));
    void page.exposeFunction('codeAutomationExit', resolve);
    void page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      // The workbench's own log comes this way too; the tests mark their lines.
      const [line] = args;
      if (typeof line === 'string' && line.startsWith('[test]')) console.log(line.slice('[test]'.length));
    });
  });
}
