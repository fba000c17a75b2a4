import * as vscode from 'vscode';
import type { Range } from '../../../server/src/text/lineIndex.ts';

/** Selects a value in the editor that shows its file, and takes the keyboard there. */
export async function revealRange(document: vscode.TextDocument, range: Range): Promise<void> {
  const selection = new vscode.Range(
    new vscode.Position(range.start.line, range.start.character),
    new vscode.Position(range.end.line, range.end.character),
  );
  await vscode.window.showTextDocument(document.uri, { viewColumn: columnOf(document), selection });
}

/** Where the file is open; beside the panel it would open a second time. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const uri = document.uri.toString();
  const group = vscode.window.tabGroups.all.find((candidate) =>
    candidate.tabs.some(
      (tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri,
    ),
  );
  return group?.viewColumn ?? vscode.ViewColumn.One;
}
