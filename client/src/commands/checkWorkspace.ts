import * as vscode from 'vscode';
import { LARGEST_FILE } from '../workspace/readFile.ts';
import type { CheckResult, WorkspaceFiles } from '../workspace/workspaceFiles.ts';

const SHOW_PROBLEMS = 'Show Problems';
const SHOW_PARTICIPANTS = 'Show Participants';

/** `QPP Lens: Check Workspace`: checks all QRDA III and QPP JSON files, with progress, until it is cancelled. */
export async function checkWorkspace(files: WorkspaceFiles): Promise<void> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage('Open a folder with QRDA III or QPP JSON files to check it.');
    return;
  }
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'QPP Lens: checking the workspace',
      cancellable: true,
    },
    (progress, token) => checkWithProgress(files, progress, token),
  );
  const choice = await vscode.window.showInformationMessage(
    summary(result),
    ...(result.checked > 0 ? [SHOW_PROBLEMS, SHOW_PARTICIPANTS] : []),
  );
  if (choice === SHOW_PROBLEMS) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice === SHOW_PARTICIPANTS) await vscode.commands.executeCommand('qppLens.participants.focus');
}

function checkWithProgress(
  files: WorkspaceFiles,
  progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
  token: vscode.CancellationToken,
): Promise<CheckResult> {
  let before = 0;
  progress.report({ message: 'looking for XML and JSON files' });
  return files.checkAll((done, all) => {
    progress.report({ message: `${done} of ${all} files`, increment: ((done - before) / all) * 100 });
    before = done;
  }, token);
}

/** What was checked, and what was not. */
export function summary({ checked, read, tooLarge, isCancelled }: CheckResult): string {
  const sentences = [
    `${checked} QRDA III and QPP JSON ${checked === 1 ? 'file' : 'files'} checked, of ${read} XML and JSON files.`,
    isCancelled ? 'The rest was cancelled.' : '',
    tooLarge > 0
      ? `${tooLarge} larger than ${LARGEST_FILE / 1024 / 1024} MB ${tooLarge === 1 ? 'is' : 'are'} checked only when opened.`
      : '',
  ];
  return sentences.filter(Boolean).join(' ');
}
