import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';

/**
 * `QPP Lens: Open Redacted Copy`: test values for TIN, NPI, entity ids, names and addresses, in a new unsaved
 * document. Several files selected in the explorer are redacted together.
 * @param selected what the explorer gives: the file clicked on, and all that are selected
 */
export async function openRedactedCopy(server: LanguageServer, selected: readonly unknown[]): Promise<void> {
  const originals = await Promise.all(
    chosenFiles(selected).map((uri) => vscode.workspace.openTextDocument(uri)),
  );
  if (originals.length === 0) {
    void vscode.window.showInformationMessage('Open the file that you want a redacted copy of.');
    return;
  }
  const copies = await server.redact(originals.map((document) => document.getText()));
  for (const [index, { text, replaced }] of copies.entries()) {
    const language = originals[index]?.languageId ?? 'plaintext';
    const copy = await vscode.workspace.openTextDocument({ language, content: text });
    await vscode.window.showTextDocument(copy, { preview: false });
    void vscode.window.showInformationMessage(
      replaced === ''
        ? 'QPP Lens found nothing to redact.'
        : `Replaced by test values: ${replaced}. Look at the copy before you show it: free text may hold more.`,
    );
  }
}

function chosenFiles([clicked, all]: readonly unknown[]): vscode.Uri[] {
  const several = Array.isArray(all) ? all.filter((uri) => uri instanceof vscode.Uri) : [];
  if (several.length > 0) return several;
  const one = clicked instanceof vscode.Uri ? clicked : vscode.window.activeTextEditor?.document.uri;
  return one ? [one] : [];
}
