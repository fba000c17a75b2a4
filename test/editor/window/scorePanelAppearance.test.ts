import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { openWindow, panelContent, runCommand, type VsCodeWindow } from '../../../host/window.ts';
import { copyWorkspace, type WorkspaceCopy } from '../workspaceCopy.ts';
import { accessibilityFaults, measureRow, openFile, setPanelWidth, setTheme, THEMES } from './panelPage.ts';

describe('the look of the score panel', () => {
  let workspace: WorkspaceCopy;
  let window: VsCodeWindow;
  let page: Page;
  let panel: FrameLocator;

  before(async function () {
    this.timeout(120_000);
    workspace = copyWorkspace();
    window = await openWindow({ folder: workspace.folder });
    ({ page } = window);
    panel = panelContent(page);
    await page.locator('.explorer-folders-view').waitFor();
    await openFile(page, 'group-2025.xml');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await runCommand(page, 'QPP Lens: Show Score Panel');
    await measureRow(panel, '236').waitFor();
    await panel.locator('h1').click();
    await page.locator('.editor-group-container.active .tab', { hasText: 'QPP Score' }).waitFor();
    await runCommand(page, 'View: Toggle Maximize Editor Group');
    await showEverything();
  });

  after(async () => {
    await window.close();
    workspace.remove();
  });

  for (const theme of THEMES) {
    for (const width of [900, 300]) {
      it(`has no fault that an accessibility checker finds in ${theme.name}, ${width} px wide`, async () => {
        await setTheme(workspace.folder, panel, theme);
        await setPanelWidth(page, panel, width);
        assert.deepEqual(await accessibilityFaults(panel), []);
      });
    }
  }

  it('needs no scrolling to the side, however narrow', async () => {
    for (const width of [900, 690, 640, 600, 300]) {
      await setPanelWidth(page, panel, width);
      const overflow = await panel.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      assert.equal(overflow, 0, `${width} px`);
    }
  });

  it('keeps its tables tables when they are laid out as blocks', async () => {
    await setPanelWidth(page, panel, 300);
    const table = panel.getByRole('table', { name: /^Quality measures/ });
    assert.equal(await table.getByRole('columnheader').count(), 6);
    assert.equal(await table.getByRole('row', { name: /236/ }).getByRole('cell').count(), 5);
  });

  /** Opens what is closed, so that the checker sees it: the practice, what-if fields, a what-if with its marks. */
  async function showEverything(): Promise<void> {
    await panel.locator('.practice summary').click();
    await panel.getByRole('button', { name: 'What-if' }).click();
    await measureRow(panel, '236').getByLabel('Numerator').fill('100');
    await panel.getByRole('button', { name: 'Take back all' }).waitFor();
  }
});
