import assert from 'node:assert/strict';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type ServedExtension, serveExtension } from '../../../host/webExtension.ts';
import { openWindow, panelContent, runCommand, type VsCodeWindow } from '../../../host/window.ts';
import { copyWorkspace, type WorkspaceCopy } from '../workspaceCopy.ts';
import { measureRow, openFile, replaceText, selectText } from './panelPage.ts';

const root = path.resolve(__dirname, '../../..');
const bloodPressure2025 = '2c928083-8907-ce68-0189-2bbd31d6064e';
const unknownGuid = '00000000-8907-ce68-0189-2bbd31d6064e';

describe('the extension in a browser', () => {
  let served: ServedExtension;
  let workspace: WorkspaceCopy;
  let window: VsCodeWindow;
  let page: Page;
  const foreign: string[] = [];

  before(async () => {
    served = await serveExtension(root);
    workspace = copyWorkspace();
    window = await openWindow({
      folder: workspace.folder,
      extension: { served },
      prepare: async (prepared) => {
        prepared.on('request', (request) => foreign.push(...foreignHosts(request.url())));
      },
    });
    ({ page } = window);
    await page.locator('.explorer-folders-view').waitFor();
    // Before any file is open: the list takes the keyboard when it comes.
    await runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel').waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await page.screenshot({ path: path.join(os.tmpdir(), 'qpp-lens-browser-failure.png') });
  });

  after(async () => {
    await window.close();
    await served.close();
    workspace.remove();
  });

  it('loads no server and no data for other XML and JSON files', async () => {
    await openFile(page, 'note.xml');
    await openFile(page, 'data.json');
    // Its list of examples tells that the extension runs.
    await runCommand(page, 'QPP Lens: Open Example');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'QRDA III of a group' }).waitFor();
    await page.keyboard.press('Escape');
    assert(served.requested.has('/dist/web/extension.js'));
    assert(!served.requested.has('/dist/web/server.js'));
    assert(![...served.requested].some((name) => name.startsWith('/dist/schemas/')));
  });

  it('lists findings in the Problems list, from a server in a worker with the data of the year', async () => {
    await openFile(page, 'group-2025.xml');
    await replaceText(page, bloodPressure2025, unknownGuid);
    await page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'attached' });
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: 'measure-guid-unknown' })
      .first()
      .waitFor();
    assert(served.requested.has('/dist/web/server.js'));
    assert(served.requested.has('/dist/schemas/2025/measures.json'));
    assert(!served.requested.has('/dist/schemas/2019/measures.json'));
  });

  it('has no finding left when the value is right again', async () => {
    await replaceText(page, unknownGuid, bloodPressure2025);
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: 'measure-guid-unknown' })
      .waitFor({ state: 'detached' });
  });

  it('explains what the mouse is on', async () => {
    await selectText(page, bloodPressure2025);
    await page.locator('.view-line span', { hasText: '2bbd31d6064e' }).last().hover();
    await page.locator('.monaco-hover', { hasText: 'Controlling High Blood Pressure' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('completes a measure by its title', async () => {
    await selectText(page, bloodPressure2025);
    await page.keyboard.press('Delete');
    await page.keyboard.type('Controlling');
    await page.keyboard.press('Control+Space');
    const suggestion = page.locator('.suggest-widget .monaco-list-row', {
      hasText: 'Controlling High Blood',
    });
    await suggestion.first().click();
    await page.locator('.view-line', { hasText: bloodPressure2025 }).first().waitFor();
  });

  it('shows the score beside the file', async () => {
    await runCommand(page, 'QPP Lens: Show Score Panel');
    await measureRow(panelContent(page), '236').waitFor();
  });

  it('checks the files of the workspace', async () => {
    await runCommand(page, 'QPP Lens: Check Workspace');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'clinician.xml' }).waitFor();
  });

  it('asks no machine but this one', () => {
    assert.deepEqual(foreign, []);
  });
});

/** The host of an address that is not on this machine, if it has one. */
function foreignHosts(url: string): string[] {
  const { protocol, hostname } = new URL(url);
  const isNetwork = protocol.startsWith('http') || protocol.startsWith('ws');
  return isNetwork && hostname !== '127.0.0.1' && hostname !== 'localhost' ? [hostname] : [];
}
