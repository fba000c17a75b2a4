import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { remotePath, startVsCodeServer, type VsCodeServer, type WindowOption } from './vscodeServer.ts';

export interface WindowOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** File of the folder to open. */
  readonly file?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
  /** Further options of the window; the server tells how paths are named. */
  readonly options?: (server: VsCodeServer) => readonly WindowOption[];
  /** Called before the page loads, for what has to be in it from the start. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A VS Code window in a headless browser, with the extension as it was just built. */
export interface VsCodeWindow {
  readonly page: Page;
  close(): Promise<void>;
}

const extension = path.resolve(__dirname, '..');

export async function openWindow(options: WindowOptions): Promise<VsCodeWindow> {
  const { folder, file, settings, env, size = { width: 1400, height: 900 } } = options;
  const server = await startVsCodeServer({ ...(settings && { settings }), ...(env && { env }) });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: size });
  await options.prepare?.(page);
  const windowOptions: WindowOption[] = [
    ['extensionDevelopmentPath', remotePath(server, extension)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(options.options?.(server) ?? []),
  ];
  if (file !== undefined) windowOptions.push(['openFile', remotePath(server, path.join(folder, file))]);
  await page.goto(server.windowUrl(folder, windowOptions));
  return {
    page,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Runs a command as a user does, through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
  await page.keyboard.press('Enter');
}

/** The document inside the panel that is shown. */
export function panelContent(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
