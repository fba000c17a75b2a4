import * as vscode from 'vscode';
import { detectFormat } from '../../../server/src/document/detectFormat.ts';
import type { WorkspaceText } from '../../../server/src/lsp/protocol.ts';
import { decodeBytes } from '../../../server/src/text/decodeBytes.ts';

/** Larger files are checked only when they are opened: each would stop the server for too long. CMS's largest sample has 1.5 MB. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** A file as it was read for the check. */
export interface ReadFile extends WorkspaceText {
  readonly isTooLarge: boolean;
}

/** Reads a file, without its text where it is neither QRDA III nor QPP JSON, too large, or cannot be read. */
export async function readFile(uri: vscode.Uri): Promise<ReadFile> {
  const address = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
  if (open !== undefined) return fileOf(address, open.getText());
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST_FILE) return { uri: address, text: null, isTooLarge: true };
    return fileOf(address, decodeBytes(await vscode.workspace.fs.readFile(uri)).text);
  } catch {
    return { uri: address, text: null, isTooLarge: false };
  }
}

function fileOf(uri: string, text: string): ReadFile {
  return { uri, text: detectFormat(text) === null ? null : text, isTooLarge: false };
}
