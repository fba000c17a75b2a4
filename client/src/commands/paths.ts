import * as vscode from 'vscode';
import { isSelected } from '../documentSelector.ts';
import type { LanguageServer } from '../languageServer.ts';

/** `QPP Lens: Copy XPath`: the path of what stands at the cursor, as CMS's error reports write it, to the clipboard. */
export async function copyPath(server: LanguageServer): Promise<void> {
  const editor = activeEditor();
  if (!editor) return;
  const path = await server.pathAt(editor.document.uri, editor.selection.active);
  if (path === null) {
    void vscode.window.showInformationMessage('QPP Lens: nothing at the cursor has a path.');
    return;
  }
  await vscode.env.clipboard.writeText(path);
  vscode.window.setStatusBarMessage(`Copied ${path}`, MESSAGE_MS);
}

/** `QPP Lens: Go to XPath…`: to what a path leads to that the user types, or that the caller gives. */
export async function goToPath(server: LanguageServer, given?: string): Promise<void> {
  const editor = activeEditor();
  if (!editor) return;
  const path = given ?? (await vscode.window.showInputBox({ title: 'Go to XPath', prompt: PROMPT }));
  if (!path) return;
  const found = await server.goToPath(editor.document.uri, path);
  if (!found) return;
  if (found.range) {
    editor.selection = new vscode.Selection(found.range.start, found.range.end);
    editor.revealRange(found.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  if (found.message) void vscode.window.showInformationMessage(`QPP Lens: ${found.message}`);
}

const PROMPT =
  'An XPath as CMS writes it or plain, measurementSets[0].measurements[24], or line 12, column 5';
const MESSAGE_MS = 5000;

function activeEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor && isSelected(editor.document)) return editor;
  void vscode.window.showInformationMessage('QPP Lens: open a QRDA III or QPP JSON file first.');
  return undefined;
}
