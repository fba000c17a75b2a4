import * as vscode from 'vscode';
import type { ScoreResult } from '../../../server/src/lsp/protocol.ts';
import { isSelected } from '../documentSelector.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isPageMessage, type PageMessage, type ScoreMessage } from './messages.ts';
import { revealRange } from './reveal.ts';

/** Pause after an edit before the score is asked for again, in milliseconds. */
const editPause = 50;

/**
 * Keeps a panel's page on the score of the active file: it follows the user from file to file and
 * every edit. While an editor without XML or JSON is active, the last file stays.
 */
export function showScoreIn(
  panel: vscode.WebviewPanel,
  server: LanguageServer,
  firstDocument: vscode.TextDocument | undefined,
): vscode.Disposable {
  let document = firstDocument;
  let result: ScoreResult | null = null;
  let timer: NodeJS.Timeout | undefined;
  let requests = 0;

  async function refresh(): Promise<void> {
    const request = ++requests;
    // A request fails when the server is restarted meanwhile; the restart asks again.
    const answer =
      document === undefined
        ? null
        : await server.score({ files: [{ uri: document.uri.toString() }] }).catch(() => null);
    if (request !== requests) return;
    result = answer;
    await panel.webview.postMessage(scoreMessage(document, result));
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), editPause);
  }

  function follow(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || editor.document === document || !isSelected(editor.document)) return;
    document = editor.document;
    void refresh();
  }

  function answer(message: PageMessage): void {
    if (message.type === 'ready') return void refresh();
    const range = result?.places[message.category][message.index]?.range;
    if (document !== undefined && range) void revealRange(document, range);
  }

  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && panel.visible) refreshSoon();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('qppLens')) refreshSoon();
    }),
    server.onReady(() => void refresh()),
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isPageMessage(message)) answer(message);
    }),
  );
  return {
    dispose() {
      clearTimeout(timer);
      requests++;
      subscriptions.dispose();
    },
  };
}

function scoreMessage(document: vscode.TextDocument | undefined, result: ScoreResult | null): ScoreMessage {
  if (document === undefined) return { type: 'score', file: null, result: null };
  const uri = document.uri.toString();
  return { type: 'score', file: { uri, name: vscode.workspace.asRelativePath(document.uri) }, result };
}
