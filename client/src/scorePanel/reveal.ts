import * as vscode from 'vscode';
import type { Range } from '../../../server/src/text/lineIndex.ts';

/** Selects a value in the editor that shows its file, and takes the keyboard there. */
export async function revealRange(uri: vscode.Uri, range: Range): Promise<void> {
  const selection = new vscode.Range(
    new vscode.Position(range.start.line, range.start.character),
    new vscode.Position(range.end.line, range.end.character),
  );
  await vscode.window.showTextDocument(uri, { viewColumn: columnOf(uri), selection });
}

/** Where the file is open; beside the panel it would open a second time. */
function columnOf(file: vscode.Uri): vscode.ViewColumn {
  const uri = file.toString();
  const group = vscode.window.tabGroups.all.find((candidate) =>
    candidate.tabs.some(
      (tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri,
    ),
  );
  return group?.viewColumn ?? vscode.ViewColumn.One;
}
