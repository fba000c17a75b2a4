import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { remotePath } from '../../host/vscodeServer.ts';
import { openWindow, type WindowOptions } from '../../host/window.ts';
import type { ExtensionHostRun } from './extensionHostRuns.ts';
import { incomplete, readTestResult, type TestResult } from './testResult.ts';
import { copyWorkspace } from './workspaceCopy.ts';

/** What a run needs that the others need too. */
export interface PreparedRun {
  /** The bundle with the tests. */
  readonly script: string;
  /** Only tests whose names have this text. */
  readonly grep: string;
  /** Folder that the package is installed in, for a run of the package. */
  readonly extensionsFolder?: string;
}

const timeout = 180_000;
const emptyExtension = path.join(__dirname, 'emptyExtension');

/** Runs tests of test/editor/extensionHost in the extension host of a fresh window. */
export async function runExtensionHostTests(
  run: ExtensionHostRun,
  prepared: PreparedRun,
): Promise<TestResult> {
  const { script, grep, extensionsFolder } = prepared;
  const workspace = copyWorkspace();
  const resultFile = path.join(workspace.scratch, 'result.json');
  const installed: WindowOptions =
    extensionsFolder === undefined ? {} : { extensionsFolder, extension: { folder: emptyExtension } };
  let exitCode: Promise<number> | undefined;
  const window = await openWindow({
    ...run.open(workspace),
    ...installed,
    edition: run.edition,
    env: { QPP_LENS_TEST_RESULT: resultFile, QPP_LENS_TEST_FOLDER: run.tests, QPP_LENS_TEST_GREP: grep },
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
