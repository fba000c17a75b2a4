import * as vscode from 'vscode';
import {
  type AcrossFilesParams,
  acrossFilesNotification,
  type CheckFilesParams,
  checkFilesRequest,
  type ForgetFilesParams,
  forgetFilesNotification,
  type ParticipantFilesParams,
  type ParticipantFilesResult,
  participantFilesRequest,
  type WorkspaceParticipant,
  workspaceChangedNotification,
  workspaceParticipantsRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import { readBatches } from './batches.ts';
import { type FileChanges, watchFiles } from './fileChanges.ts';
import { findQppFiles } from './fileSearch.ts';
import { readFile } from './readFile.ts';

/** What a check of the whole workspace came to. */
export interface CheckResult {
  /** QRDA III and QPP JSON files among the XML and JSON files that were read. */
  readonly checked: number;
  readonly read: number;
  readonly tooLarge: number;
  readonly isCancelled: boolean;
}

export type ReportProgress = (done: number, all: number) => void;

/** The QRDA III and QPP JSON files of the workspace, as the server knows them. */
export interface WorkspaceFiles extends vscode.Disposable {
  /** True once the user has asked for a check; from then on it is kept up to date. */
  readonly isChecked: boolean;
  /** Fires when participants, files or conflicts have changed, and when `isChecked` has. */
  readonly onChange: vscode.Event<void>;
  checkAll(progress: ReportProgress, token: vscode.CancellationToken): Promise<CheckResult>;
  participants(): Promise<WorkspaceParticipant[]>;
  filesOf(participantKey: string): Promise<ParticipantFilesResult>;
}

export function createWorkspaceFiles(server: LanguageServer): WorkspaceFiles {
  const changed = new vscode.EventEmitter<void>();
  const together = vscode.languages.createDiagnosticCollection('qppLens-together');
  const known = new Set<string>();
  let watch: vscode.Disposable | undefined;
  let isChecked = false;
  // One check at a time, in the order in which they are asked for.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function check(
    uris: readonly vscode.Uri[],
    report: ReportProgress,
    token?: vscode.CancellationToken,
  ): Promise<CheckResult> {
    let checked = 0;
    let read = 0;
    let tooLarge = 0;
    for await (const batch of readBatches(uris, readFile)) {
      if (token?.isCancellationRequested) break;
      // Of the many other XML and JSON files the server hears nothing.
      const files = batch.filter(({ uri, text }) => text !== null || known.has(uri));
      const params: CheckFilesParams = { files: files.map(({ uri, text }) => ({ uri, text })) };
      if (files.length > 0) await server.ask<null>(checkFilesRequest, params, token);
      for (const { uri } of files) known.add(uri);
      read += batch.length;
      checked += batch.filter(({ text }) => text !== null).length;
      tooLarge += batch.filter((file) => file.isTooLarge).length;
      report(read, uris.length);
    }
    return { checked, read, tooLarge, isCancelled: token?.isCancellationRequested === true };
  }

  async function forget(uris: readonly string[]): Promise<void> {
    if (uris.length === 0) return;
    for (const uri of uris) known.delete(uri);
    const params: ForgetFilesParams = { uris };
    await server.tell(forgetFilesNotification, params);
  }

  async function follow({ changed: uris, gone }: FileChanges): Promise<void> {
    await forget(gone.map(String));
    await check(uris, () => undefined);
  }

  async function checkAll(report: ReportProgress, token: vscode.CancellationToken): Promise<CheckResult> {
    await server.start();
    watch ??= watchFiles((changes) => {
      // A server that stops meanwhile is sent all files again when it is back.
      inTurn(() => follow(changes)).catch(() => undefined);
    });
    const uris = await findQppFiles(token);
    const result = await check(uris, report, token);
    if (!result.isCancelled) {
      const found = new Set(uris.map(String));
      await forget([...known].filter((uri) => !found.has(uri)));
    }
    isChecked = true;
    changed.fire();
    return result;
  }

  /** The server has forgotten all files, or judges them otherwise. */
  async function checkAgain(): Promise<void> {
    if (!isChecked) return;
    const { token } = new vscode.CancellationTokenSource();
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: 'QPP Lens: checking the workspace' },
      (progress) =>
        inTurn(() => checkAll((done, all) => progress.report({ message: `${done} of ${all}` }), token)),
    );
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    together,
    server.onNotification(workspaceChangedNotification, () => changed.fire()),
    server.onNotification(acrossFilesNotification, async ({ files }: AcrossFilesParams) => {
      const entries = files.map(async ({ uri, diagnostics }) => {
        return [vscode.Uri.parse(uri), await server.diagnostics(diagnostics)] as const;
      });
      together.set((await Promise.all(entries)).map(([uri, diagnostics]) => [uri, diagnostics]));
    }),
    server.onReady(() => {
      known.clear();
      together.clear();
      void checkAgain();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('qppLens') || event.affectsConfiguration('files.exclude'))
        void checkAgain();
    }),
  );

  return {
    get isChecked() {
      return isChecked;
    },
    onChange: changed.event,
    checkAll: (report, token) => inTurn(() => checkAll(report, token)),
    participants: async () => (await server.ask<WorkspaceParticipant[]>(workspaceParticipantsRequest)) ?? [],
    async filesOf(key) {
      const params: ParticipantFilesParams = { key };
      const result = await server.ask<ParticipantFilesResult>(participantFilesRequest, params);
      return result ?? { files: [], conflicts: [] };
    },
    dispose() {
      watch?.dispose();
      subscriptions.dispose();
    },
  };
}
