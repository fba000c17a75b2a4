import assert from 'node:assert/strict';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWindow, panelContent, runCommand, type VsCodeWindow } from '../../../host/window.ts';
import { copyWorkspace, type WorkspaceCopy } from '../workspaceCopy.ts';

describe('the view of participants', () => {
  let workspace: WorkspaceCopy;
  let window: VsCodeWindow;
  let page: Page;

  before(async () => {
    workspace = copyWorkspace();
    window = await openWindow({ folder: workspace.folder });
    ({ page } = window);
    await page.locator('.explorer-folders-view').waitFor();
    await page.locator('.activitybar').getByRole('tab', { name: 'QPP Lens' }).click();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await page.screenshot({ path: path.join(os.tmpdir(), 'qpp-lens-participants-failure.png') });
  });

  after(async () => {
    await window.close();
    workspace.remove();
  });

  it('offers to check the workspace while nothing is known', async () => {
    await page.getByRole('button', { name: 'Check Workspace' }).first().click();
    await row('2023').waitFor();
  });

  it('has the participants of each year with their files and conflicts counted', async () => {
    await row('Group 000777777').first().waitFor();
    const text = await row('3 files').textContent();
    assert.match(text ?? '', /Group 000777777.*3 files · 6 conflicts/);
  });

  it('shows the conflicts and files of a participant when it is opened, and the sets of a file', async () => {
    await row('3 files').click();
    await row('PI_EP_1 is 100/150 here').waitFor();
    await row('registry.json').last().click();
    await page.keyboard.press('ArrowRight');
    await row('MIPS CQM or QCDR').last().waitFor();
  });

  it('leads to the place of a conflict', async () => {
    await row('PI_EP_1 is 100/150 here').click();
    await page.locator('.tab.active', { hasText: 'registry.json' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'selected' }).waitFor();
  });

  it('notes an opt-in decision of a participant, and says that it is only a note', async () => {
    await runCommand(page, 'QPP Lens: Note Opt-in Decision');
    await choose('Participant', '000777777 / 0777777777');
    await choose('not in the files', 'Report voluntarily');
    await row('noted: report voluntarily').waitFor();
  });

  it('shows in the status bar what the active file is, and how many findings it has', async () => {
    await page
      .locator('.statusbar-item', { hasText: /2023 · mips · Group 000777777 · \d+ findings/ })
      .waitFor();
  });

  it('scores all files of a participant together', async () => {
    await row('3 files').hover();
    await row('3 files').locator('[aria-label="Show Combined Score"]').click();
    const panel = panelContent(page);
    await panel.locator('h1', { hasText: '000777777' }).waitFor();
    // 001 stands in the one file, and 236 as MIPS CQM only in another.
    await panel.locator('tbody tr', { hasText: '001' }).first().waitFor();
    await panel.locator('tbody tr', { hasText: 'MIPS CQM' }).first().waitFor();
  });

  function row(text: string): Locator {
    return page.locator('.pane-body .monaco-list-row', { hasText: text });
  }

  async function choose(placeholder: string, label: string): Promise<void> {
    await page.locator(`.quick-input-widget input[placeholder*="${placeholder}"]`).waitFor();
    await page.keyboard.type(label);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
    await page.keyboard.press('Enter');
  }
});
