import * as vscode from 'vscode';
import { decodeBytes } from '../../../server/src/text/decodeBytes.ts';

/** Asks where the report is and reads it; `null` when the user goes back. */
export async function pickReport(target: vscode.TextDocument): Promise<string | null> {
  const others = openTexts().filter((document) => document !== target);
  const choice = await vscode.window.showQuickPick(
    [
      { label: '$(file) From a file…', read: readChosenFile },
      { label: '$(clippy) From the clipboard', read: readClipboard },
      ...others.map((document) => ({
        label: `$(go-to-file) From the editor ${nameOf(document.uri)}`,
        read: async () => document.getText(),
      })),
    ],
    {
      title: `Error report on ${nameOf(target.uri)}`,
      placeHolder: "JSON of CMS's converter or API, CSV of the QPP site, SVRL, or text",
    },
  );
  return choice ? choice.read() : null;
}

/** Reads a report of any encoding that a spreadsheet or a shell may have given it. */
export async function readReportFile(uri: vscode.Uri): Promise<string> {
  return decodeBytes(await vscode.workspace.fs.readFile(uri)).text;
}

async function readChosenFile(): Promise<string | null> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      openLabel: 'Import',
      title: "CMS's error report",
      filters: { 'Error reports': ['json', 'csv', 'txt', 'log', 'xml', 'svrl'], 'All files': ['*'] },
    })) ?? [];
  return uri ? readReportFile(uri) : null;
}

async function readClipboard(): Promise<string | null> {
  return vscode.env.clipboard.readText();
}

/** The texts in the editor's tabs. */
function openTexts(): readonly vscode.TextDocument[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = new Set(
    tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : [])),
  );
  return vscode.workspace.textDocuments.filter(({ uri }) => uris.has(uri.toString()));
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
