/** `npm start`: opens VS Code on examples/ with the extension as it was just built. */
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { remotePath, startVsCodeServer } from '../host/vscodeServer.ts';

const extension = path.resolve(__dirname, '..');
const examples = path.join(extension, 'examples');

/** Ports to try for the browser-hosted VS Code; the variable `PORT` names another. */
const ports = '8765-8865';

async function start(): Promise<void> {
  if (hasDesktopCode()) openDesktopCode();
  else await openBrowserCode();
}

function hasDesktopCode(): boolean {
  try {
    execFileSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
    return true;
  } catch {
    return false;
  }
}

function openDesktopCode(): void {
  const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, examples];
  execFileSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

async function openBrowserCode(): Promise<void> {
  const server = await startVsCodeServer({ port: process.env.PORT ?? ports });
  const url = server.windowUrl({ folder: examples }, [
    ['extensionDevelopmentPath', remotePath(server, extension)],
  ]);
  console.log(`\nVS Code with QPP Lens runs. Open this address in a browser; Ctrl+C ends it.\n\n  ${url}\n`);
  openInBrowser(url);
}

/** Opens the address where there is a screen; on a machine without one the printed address is all there is. */
function openInBrowser(url: string): void {
  const hasScreen = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (process.platform === 'linux' && !hasScreen) return;
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  // A missing opener is no fault: the address is printed.
  spawn(opener, [url], { stdio: 'ignore', detached: true }).once('error', () => undefined);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
