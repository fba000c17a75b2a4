/**
 * `npm run screenshots`: takes the pictures of docs/images from a real VS Code window on examples/; `-- TEXT` takes
 * those with the text in their name.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWindow, panelContent, runCommand } from '../host/window.ts';
import { conflictFolder } from '../test/fixtures/conflicts/conflictFolder.ts';
import { withPalette } from './palettePng.ts';

const examples = path.resolve(__dirname, '../examples');
const images = path.resolve(__dirname, '../docs/images');

const size = { width: 1360, height: 820 };

const settings = {
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  // A picture changes nothing in examples/.
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'window.title': 'QPP Lens',
  'workbench.colorTheme': 'Default Dark Modern',
};

/** One picture: the file it shows, and what a user does before it is taken. */
interface Picture {
  readonly name: string;
  readonly file: string;
  /** Absolute path; examples/ when absent. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What VS Code calls the kind of the theme; dark when absent. */
  readonly themeKind?: 'vs' | 'hc-black';
  readonly size?: { readonly width: number; readonly height: number };
  readonly arrange: (page: Page) => Promise<void>;
}

/** A copy of examples/ that may have settings of its own. */
const highContrastFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'examples-'));
fs.cpSync(examples, highContrastFolder, { recursive: true });

const pictures: readonly Picture[] = [
  { name: 'problems', file: '2025/group-with-faults.xml', arrange: showProblems },
  { name: 'hover', file: '2025/group.xml', arrange: hoverMeasure },
  { name: 'score-panel', file: '2025/group.xml', arrange: showScore },
  { name: 'score-panel-what-if', file: '2025/group.xml', arrange: tryOut },
  {
    name: 'score-panel-light',
    file: '2025/group.xml',
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
    themeKind: 'vs',
    arrange: showScore,
  },
  {
    name: 'score-panel-high-contrast',
    file: '2025/group.xml',
    folder: highContrastFolder,
    themeKind: 'hc-black',
    arrange: showScoreInHighContrast,
  },
  { name: 'completion', file: '2025/group.xml', arrange: completeMeasure },
  { name: 'quick-fix', file: '2025/group-with-faults.xml', arrange: offerFix },
  { name: 'outline', file: '2025/group.xml', arrange: showOutline },
  {
    name: 'year-move',
    folder: conflicts(),
    file: 'next-year.xml',
    settings: { 'diffEditor.hideUnchangedRegions.enabled': true },
    arrange: previewMove,
  },
  { name: 'participants', folder: conflicts(), file: 'registry.json', arrange: showParticipants },
];

/** Files of one practice that contradict each other. */
function conflicts(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'practice-'));
  for (const [name, text] of conflictFolder(2023)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

async function take(picture: Picture): Promise<void> {
  const window = await openWindow({
    folder: picture.folder ?? examples,
    file: picture.file,
    settings: { ...settings, ...picture.settings },
    size: picture.size ?? size,
  });
  try {
    await window.page.locator('.monaco-editor .view-line').first().waitFor();
    await picture.arrange(window.page);
    await window.page.locator(`.monaco-workbench.${picture.themeKind ?? 'vs-dark'}`).waitFor();
    // What opens or closes last comes to rest.
    await window.page.waitForTimeout(500);
    const png = await withPalette(window.page, await window.page.screenshot());
    fs.writeFileSync(path.join(images, `${picture.name}.png`), png);
    console.log(`docs/images/${picture.name}.png`);
  } finally {
    await window.close();
  }
}

async function showProblems(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'measure GUID' }).first();
  await problem.dblclick();
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
}

async function hoverMeasure(page: Page): Promise<void> {
  await goToLine(page, 105);
  // The first finding tells that the server is there to answer.
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
  await page.locator('.view-line span', { hasText: '2bbd31d6064e' }).last().hover();
  await page.locator('.monaco-hover', { hasText: 'Controlling High Blood Pressure' }).waitFor();
}

async function completeMeasure(page: Page): Promise<void> {
  await hideSideBar(page);
  await goToLine(page, 105);
  await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+F');
  await page.keyboard.insertText('2c928083-8907-ce68-0189-2bbd31d6064e');
  await page.locator('.find-widget .matchesCount', { hasText: '1 of 1' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await page.keyboard.type('blood');
  await page.keyboard.press('Control+Space');
  await page
    .locator('.suggest-widget .monaco-list-row', { hasText: 'Controlling High Blood' })
    .first()
    .waitFor();
}

async function offerFix(page: Page): Promise<void> {
  await showProblems(page);
  await runCommand(page, 'View: Focus First Editor Group');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

async function showOutline(page: Page): Promise<void> {
  await goToLine(page, 105);
  await page.locator('.codelens-decoration', { hasText: 'decile' }).first().waitFor();
  await runCommand(page, 'Explorer: Focus on Outline View');
  // The files give their room to the outline.
  await page.locator('.pane-header', { hasText: 'examples' }).first().click();
  await page
    .locator('.outline-pane .monaco-list-row', { hasText: 'Controlling High Blood Pressure' })
    .waitFor();
}

async function previewMove(page: Page): Promise<void> {
  await hideSideBar(page);
  await page.locator('.statusbar-item', { hasText: 'findings' }).waitFor();
  await runCommand(page, 'QPP Lens: Move File to Performance Year');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '2025' }).first().click();
  await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function hideSideBar(page: Page): Promise<void> {
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
}

async function showScore(page: Page): Promise<void> {
  await goToLine(page, 105);
  await hideSideBar(page);
  await runCommand(page, 'QPP Lens: Show Score Panel');
  await panelContent(page).locator('tbody tr').first().waitFor();
}

/** At its start VS Code takes high contrast from the settings only now and then; a change it takes always. */
async function showScoreInHighContrast(page: Page): Promise<void> {
  const settings = path.join(highContrastFolder, '.vscode', 'settings.json');
  fs.mkdirSync(path.dirname(settings));
  fs.writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': 'Default High Contrast' }));
  await page.locator('.monaco-workbench.hc-black').waitFor();
  await showScore(page);
}

async function tryOut(page: Page): Promise<void> {
  await showScore(page);
  const panel = panelContent(page);
  await panel.getByRole('button', { name: 'What-if' }).click();
  await panel
    .locator('tbody tr', { hasText: 'Controlling High Blood Pressure' })
    .getByLabel('Numerator')
    .fill('1100');
  await panel.locator('.banner').waitFor();
}

async function showParticipants(page: Page): Promise<void> {
  const row = (text: string) => page.locator('.pane-body .monaco-list-row', { hasText: text });
  await page.locator('.activitybar').getByRole('tab', { name: 'QPP Lens' }).click();
  await page.getByRole('button', { name: 'Check Workspace' }).first().click();
  await row('3 files').click();
  await row('PI_EP_1 is 100/150 here').click();
  await page.locator('.statusbar-item', { hasText: '7 findings' }).waitFor();
  await runCommand(page, 'Notifications: Clear All Notifications');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
}

async function takeAll(): Promise<void> {
  const named = process.argv[2] ?? '';
  for (const picture of pictures) if (picture.name.includes(named)) await take(picture);
}

takeAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
