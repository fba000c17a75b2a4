import assert from 'node:assert/strict';
import os from 'node:os';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { openWindow, panelContent, runCommand, type VsCodeWindow } from '../../../host/window.ts';
import { copyWorkspace, type WorkspaceCopy } from '../workspaceCopy.ts';

describe('the score panel', () => {
  let workspace: WorkspaceCopy;
  let window: VsCodeWindow;
  let page: Page;
  let panel: FrameLocator;
  const refusedByPolicy: string[] = [];

  before(async () => {
    workspace = copyWorkspace();
    window = await openWindow({ folder: workspace.folder });
    ({ page } = window);
    panel = panelContent(page);
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refusedByPolicy.push(message.text());
    });
    await page.locator('.explorer-folders-view').waitFor();
    await openFile('group-2025.xml');
    await runCommand(page, 'QPP Lens: Show Score Panel');
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await page.screenshot({ path: path.join(os.tmpdir(), 'qpp-lens-window-failure.png') });
  });

  after(async () => {
    await window.close();
    workspace.remove();
  });

  it('shows the measures of the file beside it', async () => {
    await measureRow('236').waitFor();
    const text = (await measureRow('236').textContent()) ?? '';
    assert.match(text, /Controlling High Blood Pressure/);
    // 384 of 500 less 20 exclusions.
    assert.match(text, /80%/);
    assert.match((await panel.locator('h1').textContent()) ?? '', /Group.*123456789/);
  });

  it('has no fault that an accessibility checker finds', async () => {
    const main = await panel.locator('main').elementHandle();
    const frame = await main?.ownerFrame();
    assert.ok(frame);
    await frame.evaluate(axe.source);
    const { violations } = await frame.evaluate<AxeResults>('axe.run()');
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      [],
    );
  });

  it('selects the value in the file when a row is chosen with the keyboard', async () => {
    const button = panel.getByRole('button', { name: /^PI_EP_1,/ });
    const line = /line (\d+)/.exec((await button.getAttribute('aria-label')) ?? '')?.[1];
    await button.press('Enter');
    await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
  });

  it('follows an edit', async () => {
    await runCommand(page, 'View: Focus First Editor Group');
    await page.keyboard.press('Control+F');
    await page.keyboard.type('384');
    await page.locator('.find-widget .matchesCount', { hasText: '1 of 1' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.find-widget.visible').waitFor({ state: 'detached' });
    await page.keyboard.insertText('240');
    await measureRow('236').getByText('50%', { exact: true }).waitFor();
  });

  it('follows the user into another file', async () => {
    await openFile('individual-2025.json');
    await panel.locator('h1', { hasText: 'Individual' }).waitFor();
  });

  it('says so when the file is no submission', async () => {
    await openFile('note.xml');
    await panel.getByText('does not look like QRDA III or QPP JSON').waitFor();
  });

  it('comes back with its file after a reload of the window', async () => {
    await openFile('individual-2025.json');
    await panel.locator('h1', { hasText: 'Individual' }).waitFor();
    await runCommand(page, 'Developer: Reload Window');
    await page.waitForEvent('load');
    await panel.locator('h1', { hasText: 'Individual' }).waitFor();
  });

  it('needs nothing that its content security policy refuses', () => {
    assert.deepEqual(refusedByPolicy, []);
  });

  function measureRow(measureId: string) {
    return panel.locator('tbody tr', { has: panel.getByText(measureId, { exact: true }) });
  }

  async function openFile(name: string): Promise<void> {
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type(name);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
  }
});
