import * as vscode from 'vscode';
import type { ShowScoreArgument } from '../../../server/src/lsp/protocol.ts';
import { isSelected } from '../documentSelector.ts';
import { isPanelState } from './messageShapes.ts';
import type { ExportFormat } from './messages.ts';
import { pageFolder, pageHtml } from './pageHtml.ts';
import { isAmong, type PanelSurroundings } from './scoreSource.ts';
import { type ScoreView, showScoreIn } from './scoreView.ts';
import { following, NOTHING_SHOWN, type Shown } from './shown.ts';

/** View type of the panel, by which VS Code restores it. */
export const scorePanelType = 'qppLens.score';

/** The one score panel of the window. */
export interface ScorePanels extends vscode.Disposable {
  /** Opens the panel beside the active file, or brings it to the front, on the files and the row asked for. */
  show(argument?: ShowScoreArgument | null): void;
  /** Saves the score that the panel shows where the user says. */
  export(format: ExportFormat): void;
  /** Takes over the panel that VS Code restored after a reload, with the state its page kept. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

export function createScorePanels(extensionUri: vscode.Uri, surroundings: PanelSurroundings): ScorePanels {
  let open: { readonly panel: vscode.WebviewPanel; readonly view: ScoreView } | undefined;

  function fill(panel: vscode.WebviewPanel): ScoreView {
    open?.panel.dispose();
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    panel.iconPath = panelIcon(extensionUri);
    const view = showScoreIn(panel, surroundings);
    panel.webview.html = pageHtml(panel.webview, extensionUri);
    panel.onDidDispose(() => {
      view.dispose();
      if (open?.panel === panel) open = undefined;
    });
    open = { panel, view };
    return view;
  }

  return {
    show(argument) {
      const { measureId, collectionType } = argument ?? {};
      const measure = measureId === undefined ? undefined : { measureId, collectionType };
      const asked = askedFor(argument ?? {}, open?.view.shown ?? NOTHING_SHOWN);
      // Files of a folder may be scored before any of them was opened.
      if (asked !== null) void surroundings.server.start();
      if (open === undefined) {
        const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        const active = activeFile();
        fill(vscode.window.createWebviewPanel(scorePanelType, 'QPP Score', column)).show(
          asked ?? active,
          measure,
        );
        return;
      }
      open.panel.reveal(undefined, true);
      if (asked !== null || measure !== undefined) open.view.show(asked ?? activeFile(), measure);
    },
    export(format) {
      if (open !== undefined) return void open.view.export(format);
      void vscode.window.showInformationMessage(
        'Open the score panel first: it is the score shown there that is saved.',
      );
    },
    async restore(panel, state) {
      if (!isPanelState(state)) return fill(panel).show(NOTHING_SHOWN);
      const { uris, isFollowing, programName, whatIf } = state;
      const there = await Promise.all(uris.map(existing));
      const view = fill(panel);
      view.show({ uris: there.filter((uri) => uri !== null), isFollowing, programName });
      view.tryOut(whatIf);
    },
    dispose: () => open?.panel.dispose(),
  };
}

/** A file that is shown already, alone or among others, stays as it is shown. */
function askedFor({ uri, uris }: ShowScoreArgument, shown: Shown): Shown | null {
  if (uris !== undefined && uris.length > 0) {
    return {
      uris: uris.map((address) => vscode.Uri.parse(address, true)),
      isFollowing: false,
      programName: null,
    };
  }
  if (uri === undefined) return null;
  const file = vscode.Uri.parse(uri, true);
  return isAmong(shown, file) ? shown : following(file);
}

function activeFile(): Shown {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isSelected(document) ? following(document.uri) : NOTHING_SHOWN;
}

/** A file that was shown before a reload, opened again; `null` when it has been deleted since. */
async function existing(address: string): Promise<vscode.Uri | null> {
  try {
    return (await vscode.workspace.openTextDocument(vscode.Uri.parse(address, true))).uri;
  } catch {
    return null;
  }
}

function panelIcon(extensionUri: vscode.Uri): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const image = (name: string) => vscode.Uri.joinPath(extensionUri, 'images', name);
  return { light: image('score-light.svg'), dark: image('score-dark.svg') };
}
