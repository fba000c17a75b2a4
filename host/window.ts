import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import {
  remotePath,
  startVsCodeServer,
  type VsCodeServer,
  type VsCodeServerOptions,
  type WindowOption,
} from './vscodeServer.ts';
import { loadWebExtension, type ServedExtension } from './webExtension.ts';

export interface WindowOptions extends VsCodeServerOptions {
  /** Absolute path of the folder to open; a window without one has single files. */
  readonly folder?: string;
  /** Absolute path of a `.code-workspace` file to open instead. */
  readonly workspaceFile?: string;
  /** File to open, in the folder or by its absolute path. */
  readonly file?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Where the extension comes from; from this repository's folder as it was just built, by default. */
  readonly extension?: ExtensionSource;
  /** Further options of the window; the server tells how paths are named. */
  readonly options?: (server: VsCodeServer) => readonly WindowOption[];
  /** Called before the page loads, for what has to be in it from the start. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A folder under development on the window's server, or a folder that is served to the browser. */
export type ExtensionSource = { readonly folder: string } | { readonly served: ServedExtension };

/** A VS Code window in a headless browser. */
export interface VsCodeWindow {
  readonly page: Page;
  close(): Promise<void>;
}

const thisRepository: ExtensionSource = { folder: path.resolve(__dirname, '..') };

export async function openWindow(options: WindowOptions): Promise<VsCodeWindow> {
  const { folder, file, size = { width: 1400, height: 900 }, extension = thisRepository } = options;
  const server = await startVsCodeServer(options);
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: size });
  await options.prepare?.(page);
  if ('served' in extension) await loadWebExtension(page, extension.served);
  const windowOptions: WindowOption[] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(options.options?.(server) ?? []),
  ];
  if ('folder' in extension)
    windowOptions.push(['extensionDevelopmentPath', remotePath(server, extension.folder)]);
  if (file !== undefined)
    windowOptions.push(['openFile', remotePath(server, path.resolve(folder ?? '/', file))]);
  await page.goto(server.windowUrl(options, windowOptions));
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
  await untilDone(page, async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').waitFor({ timeout: ATTEMPT });
    await page.keyboard.type(title);
    // A palette that was opened before the file was looked at does not list the command yet.
    const command = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
    await command.waitFor({ timeout: ATTEMPT });
  });
  await page.keyboard.press('Enter');
}

/** How long one attempt waits, in milliseconds, and how often it is tried. */
const ATTEMPT = 6000;
const ATTEMPTS = 6;

/** What a user does whose keys went elsewhere, for a window that was still busy: close what opened and try again. */
export async function untilDone(page: Page, attempt: () => Promise<void>): Promise<void> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (count === ATTEMPTS) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The document inside the panel that is shown. */
export function panelContent(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
