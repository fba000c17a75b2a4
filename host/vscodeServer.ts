import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureVsCodeHost, type VsCodeEdition } from './vscodeHost.ts';

export interface VsCodeServerOptions {
  /** The newest by default. */
  readonly edition?: VsCodeEdition;
  /** Folder of installed extensions; an empty one by default. */
  readonly extensionsFolder?: string;
  /** Whether folders have to be trusted first; by default all are. */
  readonly isTrustWanted?: boolean;
  /** User settings, on top of those that keep the window quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment that the extension host and the language server inherit. */
  readonly env?: Readonly<Record<string, string>>;
  /** Port, or range `from-to`; `0` takes a free one. */
  readonly port?: string;
}

export interface VsCodeServer {
  readonly port: number;
  /** Address of a window. */
  windowUrl(opened: Opened, payload: readonly WindowOption[]): string;
  /** Ends the server and removes its settings and logs. */
  stop(): Promise<void>;
}

/** What a window has opened, by absolute path; nothing at all is a window for single files. */
export interface Opened {
  readonly folder?: string;
  /** A `.code-workspace` file, which names several folders. */
  readonly workspaceFile?: string;
}

/** An option of the window, e.g. `extensionDevelopmentPath`; paths are made with `remotePath`. */
export type WindowOption = readonly [name: string, value: string];

const startTimeout = 60_000;
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
};

/** Starts a VS Code server on 127.0.0.1; it ends with this process, however that ends. */
export async function startVsCodeServer(options: VsCodeServerOptions = {}): Promise<VsCodeServer> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-vscode-'));
  const userFolder = path.join(dataFolder, 'data', 'User');
  fs.mkdirSync(userFolder, { recursive: true });
  const settings = { ...quietSettings, ...options.settings };
  fs.writeFileSync(path.join(userFolder, 'settings.json'), JSON.stringify(settings));

  const token = randomUUID();
  const server = spawnServer(dataFolder, token, options);
  const stop = stopWith(server, dataFolder);
  const port = await portOf(server, dataFolder);
  return {
    port,
    windowUrl: (opened, payload) =>
      `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, ...openedQuery(opened), payload: JSON.stringify(payload) })}`,
    stop,
  };
}

/** `ew` keeps the server from opening again what was open last. */
function openedQuery({ folder, workspaceFile }: Opened): Record<string, string> {
  if (workspaceFile !== undefined) return { workspace: workspaceFile };
  return folder === undefined ? { ew: 'true' } : { folder };
}

/** How a window's option names a path on the server's machine. */
export function remotePath(server: VsCodeServer, file: string): string {
  return `vscode-remote://127.0.0.1:${server.port}${file}`;
}

function spawnServer(dataFolder: string, token: string, options: VsCodeServerOptions): ChildProcess {
  const host = ensureVsCodeHost(options.edition);
  const log = fs.openSync(logPath(dataFolder), 'w');
  const args = [
    host.serverScript,
    ...['--host', '127.0.0.1', '--port', options.port ?? '0', '--connection-token', token],
    ...['--server-data-dir', dataFolder, '--accept-server-license-terms', '--disable-telemetry'],
    ...['--extensions-dir', options.extensionsFolder ?? path.join(dataFolder, 'extensions')],
    ...(options.isTrustWanted ? [] : ['--disable-workspace-trust']),
    // A built VS Code takes extensionDevelopmentPath from the address only with this.
    '--enable-smoke-test-driver',
  ];
  // No gallery: nothing is looked up on the network.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...options.env };
  // Its own process group: an extension host that never connected would outlive the server.
  return spawn(host.nodePath, args, { stdio: ['ignore', 'pipe', log], env, detached: true });
}

function portOf(server: ChildProcess, dataFolder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) =>
      reject(new Error(`${reason}\n${output}\n${fs.readFileSync(logPath(dataFolder), 'utf8').slice(-2000)}`));
    const timer = setTimeout(() => fail('The VS Code server did not start in time.'), startTimeout);
    server.once('exit', (code) => fail(`The VS Code server ended with exit code ${code}.`));
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

function stopWith(server: ChildProcess, dataFolder: string): () => Promise<void> {
  const killGroup = (signal: NodeJS.Signals) => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const cleanUp = () => {
    killGroup('SIGKILL');
    fs.rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const exit = () => process.exit(130);
  process.once('exit', cleanUp);
  for (const signal of endingSignals) process.once(signal, exit);

  return async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      killGroup('SIGTERM');
      const timer = setTimeout(() => killGroup('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    }
    cleanUp();
    process.off('exit', cleanUp);
    for (const signal of endingSignals) process.off(signal, exit);
  };
}

function logPath(dataFolder: string): string {
  return path.join(dataFolder, 'server.log');
}
