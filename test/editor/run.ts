/**
 * `npm run test:editor`: runs test/editor/suite inside a real VS Code. A VS Code server hosts the
 * extension, a headless Chromium shows its window. `-- --grep TEXT` runs only the tests so named.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../host/chromium.ts';
import { remotePath, startVsCodeServer, type VsCodeServer } from '../../host/vscodeServer.ts';
import { buildSuite } from './buildSuite.ts';
import { isComplete, readTestResult } from './testResult.ts';

const extension = path.resolve(__dirname, '../..');
const workspace = path.join(__dirname, 'workspace');
const timeout = 180_000;

async function run(grep: string): Promise<boolean> {
  const suite = await buildSuite();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-editor-'));
  const resultFile = path.join(scratch, 'result.json');
  const folder = path.join(scratch, 'workspace');
  fs.cpSync(workspace, folder, { recursive: true });
  const env = { QPP_LENS_TEST_RESULT: resultFile, QPP_LENS_TEST_GREP: grep };
  const server = await startVsCodeServer({ env });
  const browser = await launchChromium();
  try {
    const exitCode = await runInWindow(browser, server, folder, suite);
    const result = readTestResult(resultFile);
    // VS Code reports 0 for an extension host that died: only mocha's own result counts.
    return exitCode === 0 && isComplete(result);
  } finally {
    await browser.close();
    await server.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

async function runInWindow(
  browser: Browser,
  server: VsCodeServer,
  folder: string,
  suite: string,
): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const exitCode = exitCodeOf(page);
  const url = server.windowUrl(folder, [
    ['extensionDevelopmentPath', remotePath(server, extension)],
    ['extensionTestsPath', remotePath(server, suite)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]);
  await page.goto(url);
  try {
    return await exitCode;
  } catch (error) {
    const screenshot = path.join(os.tmpdir(), 'qpp-lens-editor-failure.png');
    await page.screenshot({ path: screenshot });
    throw new Error(`The editor did not finish its tests; its window is in ${screenshot}.`, { cause: error });
  }
}

/** Prints what the tests say and waits for the window to report the suite's exit code. */
async function exitCodeOf(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`No result within ${timeout / 1000} s.`)), timeout).unref();
    page.once('crash', () => reject(new Error('The page crashed.')));
    void page.exposeFunction('codeAutomationExit', resolve);
    void page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      // The workbench's own log comes this way too; the suite marks its lines.
      const [line] = args;
      if (typeof line === 'string' && line.startsWith('[test]')) console.log(line.slice('[test]'.length));
    });
  });
}

const { values } = parseArgs({ options: { grep: { type: 'string', default: '' } } });
run(values.grep).then(
  (hasPassed) => process.exit(hasPassed ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
