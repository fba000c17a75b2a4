import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { openWindow, panelContent, runCommand, untilDone, type VsCodeWindow } from '../../../host/window.ts';
import { copyWorkspace, type WorkspaceCopy } from '../workspaceCopy.ts';
import { measureRow, openFile, replaceText, selectText } from './panelPage.ts';

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
    await openFile(page, 'group-2025.xml');
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
    await measureRow(panel, '236').waitFor();
    const text = (await measureRow(panel, '236').textContent()) ?? '';
    assert.match(text, /Controlling High Blood Pressure/);
    // 384 of 500 less 20 exclusions.
    assert.match(text, /80%/);
    assert.match((await panel.locator('h1').textContent()) ?? '', /Group.*123456789/);
  });

  it('selects the value in the file when a row is chosen with the keyboard', async () => {
    const button = panel.getByRole('button', { name: /^PI_EP_1,/ });
    const line = /line (\d+)/.exec((await button.getAttribute('aria-label')) ?? '')?.[1];
    await button.press('Enter');
    await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
  });

  it('marks the row of the measurement that the cursor stands in, and leaves the keyboard in the editor', async () => {
    await selectText(page, 'value="384"');
    await panel.locator('tr.marked', { hasText: 'Controlling High Blood Pressure' }).waitFor();
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    assert.notEqual(focused, 'IFRAME');
  });

  it('marks the measure whose lens in the file is clicked', async () => {
    await selectText(page, '78e4b98d-4787-493b-8a44-eb860726e25c');
    await panel.locator('tr.marked').waitFor({ state: 'detached' });
    // A click on a lens that is just being drawn anew goes nowhere.
    await untilDone(page, async () => {
      await page.locator('.codelens-decoration a', { hasText: 'decile' }).first().click();
      await panel
        .locator('tr.marked', { hasText: 'Controlling High Blood Pressure' })
        .waitFor({ timeout: 6000 });
    });
  });

  it('shows what is tried out, and leaves the file as it is', async () => {
    const row = measureRow(panel, '236');
    await panel.getByRole('button', { name: 'What-if' }).click();
    await row.getByLabel('Numerator').fill('480');
    await row.getByText('100%', { exact: true }).first().waitFor();
    await row.getByText('what-if', { exact: true }).waitFor();
    assert.match((await panel.locator('.totals').textContent()) ?? '', /was \d/);
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('says why figures cannot be tried out', async () => {
    const row = measureRow(panel, '236');
    await row.getByLabel('Numerator').fill('481');
    await row.getByText('The numerator 481 is more than the denominator 480.').waitFor();
    assert.equal(await row.getByLabel('Numerator').getAttribute('aria-invalid'), 'true');
  });

  it('scores the file as it is again when the row is taken back', async () => {
    await measureRow(panel, '236').getByRole('button', { name: 'Take back' }).click();
    await measureRow(panel, '236').getByText('80%', { exact: true }).waitFor();
    assert.equal(await panel.locator('.banner').count(), 0);
    await panel.getByRole('button', { name: 'What-if' }).click();
  });

  it('scores under what is stated of the practice', async () => {
    await panel.locator('.practice summary').click();
    await panel.getByRole('checkbox', { name: /^Small practice/ }).check();
    await panel.getByText('Small practice bonus').waitFor();
    assert.match((await panel.locator('.practice summary').textContent()) ?? '', /Small practice/);
  });

  it('saves the score where the user says', async () => {
    const target = path.join(workspace.folder, 'group-2025-score.csv');
    await panel.getByRole('button', { name: 'Save as CSV' }).click();
    // The dialog proposes a name beside the file; it takes no answer before it has looked there.
    const name = page.locator('.quick-input-widget input');
    while (!(await name.inputValue()).endsWith('group-2025-score.csv')) await page.waitForTimeout(25);
    while (await name.isVisible()) {
      await name.press('Enter');
      await page.waitForTimeout(200);
    }
    await written(target);
    assert.match(fs.readFileSync(target, 'utf8'), /^\uFEFFCategory,Id,Title.*\r\n.*TIN 123456789/);
  });

  it('follows an edit, and shows a finding that costs points at its measure', async () => {
    await replaceText(page, 'value="384"', 'value="240"');
    await measureRow(panel, '236').getByText('50%', { exact: true }).waitFor();
    await replaceText(page, 'value="240"', 'value="9240"');
    await measureRow(panel, '236').getByRole('img', { name: 'error' }).first().waitFor();
  });

  it('follows the user into another file', async () => {
    await openFile(page, 'individual-2025.json');
    await panel.locator('h1', { hasText: 'Individual' }).waitFor();
  });

  it('says so when the file is no submission', async () => {
    await openFile(page, 'note.xml');
    await panel.getByText('does not look like QRDA III or QPP JSON').waitFor();
  });

  it('comes back after a reload of the window with its file, what is tried out and the practice', async () => {
    await openFile(page, 'individual-2025.json');
    await panel.locator('h1', { hasText: 'Individual' }).waitFor();
    await panel.getByRole('button', { name: 'What-if' }).click();
    await measureRow(panel, '236').getByLabel('Numerator').fill('0');
    await panel.locator('.banner').waitFor();
    await runCommand(page, 'Developer: Reload Window');
    await page.waitForEvent('load');
    await panel.locator('h1', { hasText: 'Individual' }).waitFor();
    await measureRow(panel, '236').getByText('0%', { exact: true }).first().waitFor();
    assert.match((await panel.locator('.practice summary').textContent()) ?? '', /Small practice/);
  });

  async function written(file: string): Promise<void> {
    while (!fs.existsSync(file) || fs.statSync(file).size === 0) await page.waitForTimeout(25);
  }

  it('needs nothing that its content security policy refuses', () => {
    assert.deepEqual(refusedByPolicy, []);
  });
});
