import * as vscode from 'vscode';
import type { ExportFormat, ScoreMessage } from '../messages.ts';
import { scoreCsv } from './csv.ts';
import { printablePage } from './printablePage.ts';

interface Kind {
  readonly ending: string;
  readonly filters: Readonly<Record<string, string[]>>;
  readonly write: (message: ScoreMessage) => string;
}

const kinds: Readonly<Record<ExportFormat, Kind>> = {
  csv: { ending: 'csv', filters: { CSV: ['csv'] }, write: scoreCsv },
  page: {
    ending: 'html',
    filters: { 'Web page': ['html'] },
    write: (message) => printablePage(message, new Date()),
  },
};

/** Writes the score into a file that the user names, and offers to open it. */
export async function exportScore(message: ScoreMessage | null, format: ExportFormat): Promise<void> {
  const first = message?.files[0];
  if (!message?.result || first === undefined) {
    void vscode.window.showInformationMessage('The score panel shows no score that could be saved.');
    return;
  }
  const { ending, filters, write } = kinds[format];
  const target = await vscode.window.showSaveDialog({
    defaultUri: besideFile(vscode.Uri.parse(first.uri), `-score.${ending}`),
    filters: { ...filters },
    title: 'Save the score',
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(write(message)));
  const open = 'Open';
  const chosen = await vscode.window.showInformationMessage(
    `The score is saved as ${vscode.workspace.asRelativePath(target)}.`,
    open,
  );
  if (chosen !== open) return;
  // A browser prints the page; the editor shows the table.
  if (format === 'page') await vscode.env.openExternal(target);
  else await vscode.window.showTextDocument(target);
}

/** `group.xml` → `group-score.csv` in the same folder; a file that was never saved goes to the workspace. */
function besideFile(file: vscode.Uri, ending: string): vscode.Uri | undefined {
  const name = `${
    file.path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? 'qpp'
  }${ending}`;
  if (file.scheme !== 'untitled') return vscode.Uri.joinPath(file, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
