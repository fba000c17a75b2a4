import * as vscode from 'vscode';
import { detectFormat, typedInNewXml } from '../../server/src/document/detectFormat.ts';
import { isSelected } from './documentSelector.ts';

/** How much of a document is looked at, in UTF-16 units: both kinds tell themselves within their header. */
const sniffedLength = 256 * 1024;

/**
 * Calls back once, as soon as an open document looks like QRDA III or QPP JSON: one that is open
 * already, one that is opened, or one that becomes it by an edit (a paste into a new file). A new XML
 * file may become one: the server offers to write it.
 */
export function watchForQppFile(onFound: () => void): vscode.Disposable {
  if (vscode.workspace.textDocuments.some(looksLikeQpp)) {
    onFound();
    return { dispose: () => undefined };
  }
  const look = (document: vscode.TextDocument) => {
    if (!looksLikeQpp(document)) return;
    watch.dispose();
    onFound();
  };
  const watch = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument((event) => look(event.document)),
  );
  return watch;
}

function looksLikeQpp(document: vscode.TextDocument): boolean {
  if (!isSelected(document)) return false;
  const top = new vscode.Range(new vscode.Position(0, 0), document.positionAt(sniffedLength));
  const text = document.getText(top);
  return detectFormat(text) !== null || (document.languageId === 'xml' && typedInNewXml(text) !== null);
}
