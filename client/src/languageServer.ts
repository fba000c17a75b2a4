import * as vscode from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';
import {
  type GoToPathParams,
  type GoToPathResult,
  goToPathRequest,
  type ImportReportParams,
  type ImportReportResult,
  importReportRequest,
  type MovedFile,
  type MoveParams,
  moveRequest,
  type ParticipantsParams,
  type PathAtParams,
  participantsRequest,
  pathAtRequest,
  type RedactedCopy,
  type RedactParams,
  redactRequest,
  type ScoreParams,
  type ScoreResult,
  scoreRequest,
} from '../../server/src/lsp/protocol.ts';
import type { ParticipantEntry } from '../../server/src/workspace/participants.ts';

/** The language server as the rest of the extension sees it. */
export interface LanguageServer extends vscode.Disposable {
  /** True once the server was asked to start. */
  isStarted(): boolean;
  /** Fires when the server is ready to answer, and again after a restart. */
  readonly onReady: vscode.Event<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /**
   * The score of some files together; `null` when none is a submission or the server was not started. Rejects when the
   * server cannot answer.
   */
  score(params: ScoreParams): Promise<ScoreResult | null>;
  /** Sends a request of `protocol.ts`; `null` when the server does not run. */
  ask<Result>(request: string, params?: object, token?: vscode.CancellationToken): Promise<Result | null>;
  /** Sends a notification of `protocol.ts`, if the server runs. */
  tell(notification: string, params: object): Promise<void>;
  /** Calls back with each notification of that name, also after a restart. */
  onNotification<Params>(
    notification: string,
    handle: (params: Params) => void | Promise<void>,
  ): vscode.Disposable;
  /** Diagnostics of the protocol as those of the editor. */
  diagnostics(diagnostics: readonly Diagnostic[]): Promise<vscode.Diagnostic[]>;
  /** Who some files are for; starts the server when it does not run. */
  participants(files: ParticipantsParams['files']): Promise<ParticipantEntry[]>;
  /** An open document as one of another performance year; `null` when it is no submission. */
  moveToYear(uri: vscode.Uri, year: number): Promise<MovedFile | null>;
  /** Copies of some files that may be shown to others; starts the server when it does not run. */
  redact(texts: RedactParams['texts']): Promise<RedactedCopy[]>;
  /** An error report laid upon an open document; starts the server when it does not run. */
  importReport(uri: vscode.Uri, report: string): Promise<ImportedReport | null>;
  /** The path of what stands at a position of an open document. */
  pathAt(uri: vscode.Uri, position: vscode.Position): Promise<string | null>;
  /** Where a path leads in an open document. */
  goToPath(uri: vscode.Uri, path: string): Promise<FoundPath | null>;
}

/** A report as VS Code shows it. */
export interface ImportedReport extends Omit<ImportReportResult, 'diagnostics'> {
  readonly diagnostics: readonly vscode.Diagnostic[];
}

export interface FoundPath extends Omit<GoToPathResult, 'range'> {
  readonly range: vscode.Range | null;
}

/** Prepares the server; its process starts with `start`. */
export function createLanguageServer(context: vscode.ExtensionContext): LanguageServer {
  const ready = new vscode.EventEmitter<void>();
  let starting: Promise<BaseLanguageClient> | undefined;
  const handlers = new Map<string, (params: unknown) => void | Promise<void>>();

  async function start(): Promise<void> {
    if (starting !== undefined) return;
    starting = import('./languageClient.ts').then(async ({ startClient }) => {
      const client = await startClient(context, () => ready.fire());
      for (const [notification, handle] of handlers) client.onNotification(notification, handle);
      return client;
    });
    try {
      await starting;
      ready.fire();
    } catch {
      // The client has told the user why; "Restart Language Server" tries again.
      starting = undefined;
    }
  }

  /** The client of the server, which is started when it does not run; `null` when it cannot be. */
  async function running(): Promise<BaseLanguageClient | null> {
    await start();
    const client = await starting;
    return client?.isRunning() ? client : null;
  }

  return {
    onReady: ready.event,
    isStarted: () => starting !== undefined,
    start,
    async restart() {
      if (starting === undefined) return start();
      const client = await starting;
      await client.stop();
      await client.start();
    },
    async score(params) {
      if (starting === undefined) return null;
      return (await starting).sendRequest<ScoreResult | null>(scoreRequest, params);
    },
    async ask<Result>(request: string, params?: object, token?: vscode.CancellationToken) {
      const client = await starting;
      if (!client?.isRunning()) return null;
      // Every argument after the name is taken for a parameter, also one that is undefined.
      return token === undefined
        ? client.sendRequest<Result>(request, params ?? {})
        : client.sendRequest<Result>(request, params ?? {}, token);
    },
    async tell(notification, params) {
      const client = await starting;
      if (client?.isRunning()) await client.sendNotification(notification, params);
    },
    onNotification<Params>(notification: string, handle: (params: Params) => void | Promise<void>) {
      // What comes under a name is what the server's side of `protocol.ts` sends.
      handlers.set(notification, (params) => handle(params as Params));
      return { dispose: () => handlers.delete(notification) };
    },
    async diagnostics(diagnostics) {
      const client = await starting;
      return client?.protocol2CodeConverter.asDiagnostics([...diagnostics]) ?? [];
    },
    async participants(files) {
      const client = await running();
      if (!client) return [];
      const params: ParticipantsParams = { files };
      return client.sendRequest<ParticipantEntry[]>(participantsRequest, params);
    },
    async moveToYear(uri, year) {
      const client = await running();
      if (!client) return null;
      const params: MoveParams = { uri: client.code2ProtocolConverter.asUri(uri), year };
      return client.sendRequest<MovedFile | null>(moveRequest, params);
    },
    async redact(texts) {
      const client = await running();
      if (!client) return [];
      const params: RedactParams = { texts };
      return client.sendRequest<RedactedCopy[]>(redactRequest, params);
    },
    async importReport(uri, report) {
      const client = await running();
      if (!client) return null;
      const params: ImportReportParams = { uri: client.code2ProtocolConverter.asUri(uri), report };
      const result = await client.sendRequest<ImportReportResult | null>(importReportRequest, params);
      if (!result) return null;
      return {
        ...result,
        diagnostics: await client.protocol2CodeConverter.asDiagnostics([...result.diagnostics]),
      };
    },
    async pathAt(uri, position) {
      const client = await running();
      if (!client) return null;
      const { asUri, asPosition } = client.code2ProtocolConverter;
      const params: PathAtParams = { uri: asUri(uri), position: asPosition(position) };
      return client.sendRequest<string | null>(pathAtRequest, params);
    },
    async goToPath(uri, path) {
      const client = await running();
      if (!client) return null;
      const params: GoToPathParams = { uri: client.code2ProtocolConverter.asUri(uri), path };
      const result = await client.sendRequest<GoToPathResult | null>(goToPathRequest, params);
      return result && { ...result, range: client.protocol2CodeConverter.asRange(result.range) ?? null };
    },
    dispose() {
      ready.dispose();
      // A server that never came up has nothing to stop.
      void starting?.then((client) => client.dispose()).catch(() => undefined);
    },
  };
}
