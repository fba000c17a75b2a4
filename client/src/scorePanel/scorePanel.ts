import * as vscode from 'vscode';
import { isSelected } from '../documentSelector.ts';
import type { LanguageServer } from '../languageServer.ts';
import { isPanelState } from './messages.ts';
import { pageFolder, pageHtml } from './pageHtml.ts';
import { showScoreIn } from './scoreView.ts';

/** View type of the panel, by which VS Code restores it. */
export const scorePanelType = 'qppLens.score';

/** The one score panel of the window. */
export interface ScorePanels extends vscode.Disposable {
  /** Opens the panel beside the active file, or brings it to the front. */
  show(): void;
  /** Takes over the panel that VS Code restored after a reload, with the state its page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

export function createScorePanels(extensionUri: vscode.Uri, server: LanguageServer): ScorePanels {
  let open: vscode.WebviewPanel | undefined;

  function fill(panel: vscode.WebviewPanel, document: vscode.TextDocument | undefined): void {
    open?.dispose();
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    const view = showScoreIn(panel, server, document);
    panel.webview.html = pageHtml(panel.webview, extensionUri);
    panel.onDidDispose(() => {
      view.dispose();
      if (open === panel) open = undefined;
    });
    open = panel;
  }

  return {
    show() {
      if (open !== undefined) return open.reveal(undefined, true);
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      const document = vscode.window.activeTextEditor?.document;
      const panel = vscode.window.createWebviewPanel(scorePanelType, 'QPP Score', column);
      fill(panel, document !== undefined && isSelected(document) ? document : undefined);
    },
    async restore(panel, state) {
      fill(panel, isPanelState(state) ? await openDocument(state.uri) : undefined);
    },
    dispose: () => open?.dispose(),
  };
}

/** The document the panel showed before a reload; it may have been deleted since. */
async function openDocument(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    return isSelected(document) ? document : undefined;
  } catch {
    return undefined;
  }
}
