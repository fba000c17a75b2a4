import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { runCommand, untilDone } from '../../../host/window.ts';

/** Opens a file of the window's folder by its name, as a user does. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
}

/** The row of a measure or activity. */
export function measureRow(panel: FrameLocator, measureId: string): Locator {
  return panel.locator('tbody tr', { has: panel.getByText(measureId, { exact: true }) });
}

/** Puts other text in place of the only occurrence of a text in the first editor. */
export async function replaceText(page: Page, text: string, newText: string): Promise<void> {
  await selectText(page, text);
  await page.keyboard.insertText(newText);
}

/** Selects the only occurrence of a text in the first editor. */
export async function selectText(page: Page, text: string): Promise<void> {
  await untilDone(page, async () => {
    await runCommand(page, 'View: Focus First Editor Group');
    await page.keyboard.press('Control+F');
    await page.locator('.find-widget.visible').waitFor({ timeout: 6000 });
    await page.keyboard.insertText(text);
    await page.locator('.find-widget .matchesCount', { hasText: '1 of 1' }).waitFor({ timeout: 6000 });
  });
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'detached' });
}

/** Puts the window into another theme and waits until the panel has it. */
export async function setTheme(folder: string, panel: FrameLocator, theme: Theme): Promise<void> {
  const settings = path.join(folder, '.vscode', 'settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  fs.writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme.name }));
  await panel.locator(`body[data-vscode-theme-kind="${theme.kind}"]`).waitFor();
}

export interface Theme {
  readonly name: string;
  /** What VS Code writes onto the body of a web view. */
  readonly kind: string;
}

export const THEMES: readonly Theme[] = [
  { name: 'Default Dark Modern', kind: 'vscode-dark' },
  { name: 'Default Light Modern', kind: 'vscode-light' },
  { name: 'Default High Contrast', kind: 'vscode-high-contrast' },
  { name: 'Default High Contrast Light', kind: 'vscode-high-contrast-light' },
];

/** Makes the window so wide that a panel that is alone in it has that width. */
export async function setPanelWidth(page: Page, panel: FrameLocator, width: number): Promise<void> {
  const frame = page.locator('iframe.webview.ready');
  const height = page.viewportSize()?.height ?? 900;
  const around = (page.viewportSize()?.width ?? 0) - ((await frame.boundingBox())?.width ?? 0);
  await page.setViewportSize({ width: Math.round(width + around), height });
  const clientWidth = () => panel.locator('html').evaluate((html) => html.clientWidth);
  while (Math.abs((await clientWidth()) - width) > 2) await page.waitForTimeout(25);
}

/** What the accessibility checker finds in the panel's page, a line for each fault. */
export async function accessibilityFaults(panel: FrameLocator): Promise<string[]> {
  const main = await panel.locator('main').elementHandle();
  const frame = await main?.ownerFrame();
  assert.ok(frame);
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
