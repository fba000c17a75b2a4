import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { startProcessServer } from './processServer.ts';
import type { RunningServer } from './runningServer.ts';
import { startWorkerServer } from './workerServer.ts';

/** A language client that talks to the built server, as an editor does. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly processId: number;
  open(uri: string, text: string, languageId?: string): Promise<Diagnostic[]>;
  /** Replaces a stretch of the file, given by line and character, and gives the diagnostics of the new version. */
  change(uri: string, version: number, edit: Edit): Promise<Diagnostic[]>;
  close(uri: string): Promise<Diagnostic[]>;
  /** The next diagnostics the server publishes for a file. */
  published(uri: string): Promise<Diagnostic[]>;
  /** The diagnostics of one version of a file: those of an earlier one may still be on their way. */
  publishedOf(uri: string, version: number): Promise<Diagnostic[]>;
  stop(): Promise<void>;
}

export interface Edit {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Starts the server, as a process or, under `QPP_LENS_SERVER=worker`, in a browser, and shakes hands. */
export async function startClient(
  initializationOptions?: unknown,
  capabilities: ClientCapabilities = {},
): Promise<Client> {
  const server = process.env.QPP_LENS_SERVER === 'worker' ? await startWorkerServer() : startProcessServer();
  return shakeHands(server, initializationOptions, capabilities);
}

/** Makes a started server a client's. */
export async function shakeHands(
  server: RunningServer,
  initializationOptions: unknown,
  capabilities: ClientCapabilities = {},
): Promise<Client> {
  const connection = createProtocolConnection(server.reader, server.writer);
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
      for (const key of [uri, `${uri} ${version}`]) {
        for (const resolve of waiting.get(key)?.splice(0) ?? []) resolve(diagnostics);
      }
    },
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const published = (uri: string) =>
    new Promise<Diagnostic[]>((resolve) => waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]));

  async function notify(uri: string, method: string, params: unknown): Promise<Diagnostic[]> {
    const next = published(uri);
    await connection.sendNotification(method, params);
    return next;
  }

  return {
    connection,
    processId: server.processId,
    published,
    publishedOf: (uri, version) => published(`${uri} ${version}`),
    open: (uri, text, languageId = uri.endsWith('.json') ? 'json' : 'xml') =>
      notify(uri, 'textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, { line, start, end, text }) =>
      notify(uri, 'textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [
          { range: { start: { line, character: start }, end: { line, character: end } }, text },
        ],
      }),
    close: (uri) => notify(uri, 'textDocument/didClose', { textDocument: { uri } }),
    stop: () => stop(connection, server),
  };
}

async function stop(connection: ProtocolConnection, server: RunningServer): Promise<void> {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await server.ended();
  connection.dispose();
}
