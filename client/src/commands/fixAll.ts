import * as vscode from 'vscode';

/** `QPP Lens: Fix All`: every fix that leaves no choice, in the file of the active editor and as one step of undo. */
export async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.sourceAction', {
    kind: 'source.fixAll.qppLens',
    apply: 'first',
  });
}
