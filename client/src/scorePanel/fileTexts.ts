import * as vscode from 'vscode';
import type { ScoreFile } from '../../../server/src/lsp/protocol.ts';
import { decodeBytes } from '../../../server/src/text/decodeBytes.ts';
import { isSelected } from '../documentSelector.ts';

/** The texts of files that are not open, read when first asked for and again after they changed on disk. */
export interface FileTexts extends vscode.Disposable {
  /** The file as a score request names it; without text when it cannot be read. */
  scoreFile(uri: vscode.Uri): Promise<ScoreFile>;
  /** Fires when a file that was read has changed. */
  readonly onChange: vscode.Event<void>;
}

export function createFileTexts(): FileTexts {
  const texts = new Map<string, Promise<string | undefined>>();
  const changed = new vscode.EventEmitter<void>();
  const forget = (uri: vscode.Uri) => {
    if (texts.delete(uri.toString())) changed.fire();
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{xml,json}');
  const subscriptions = vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidCreate(forget),
    watcher.onDidDelete(forget),
  );

  return {
    async scoreFile(uri) {
      const address = uri.toString();
      const document = openDocument(uri);
      if (document !== undefined) {
        return isSelected(document) ? { uri: address } : { uri: address, text: document.getText() };
      }
      const known = texts.get(address) ?? readText(uri);
      texts.set(address, known);
      const text = await known;
      return text === undefined ? { uri: address } : { uri: address, text };
    },
    onChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

/** The open document of that address. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decodeBytes(await vscode.workspace.fs.readFile(uri)).text;
  } catch {
    return undefined;
  }
}
