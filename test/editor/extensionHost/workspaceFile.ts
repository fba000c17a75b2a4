import path from 'node:path';
import * as vscode from 'vscode';

/** Opens a file of test/editor/workspace in an editor. */
export async function showFile(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The window has no folder.');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** Where a text stands in the editor's document for the first time. */
export function rangeOf(editor: vscode.TextEditor, text: string): vscode.Range {
  const start = editor.document.getText().indexOf(text);
  if (start === -1) throw new Error(`${path.basename(editor.document.fileName)} has no "${text}".`);
  const end = start + text.length;
  return new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(end));
}

/** Replaces the first occurrence of a text, as typing would. */
export async function replace(editor: vscode.TextEditor, text: string, newText: string): Promise<void> {
  const range = rangeOf(editor, text);
  await editor.edit((edit) => edit.replace(range, newText));
}

/** Waits until what is looked for is there; the test's own timeout is the end of patience. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
