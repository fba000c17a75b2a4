import * as vscode from 'vscode';
import { detectFormat } from '../../../server/src/document/detectFormat.ts';
import {
  mergeEntries,
  type ParticipantEntry,
  renderParticipants,
} from '../../../server/src/workspace/participants.ts';
import type { LanguageServer } from '../languageServer.ts';

/** So many files are read and sent at a time: memory stays flat in a folder of any size. */
const BATCH = 25;

/**
 * `QPP Lens: List Participants`: who the QRDA III and QPP JSON files of the workspace are for, as the upload will
 * ask for opt-in elections, in a new text document.
 */
export async function listParticipants(server: LanguageServer): Promise<void> {
  const entries = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'QPP Lens: listing participants',
      cancellable: true,
    },
    (progress, token) => collect(server, progress, token),
  );
  if (entries === null) return;
  const document = await vscode.workspace.openTextDocument({
    language: 'plaintext',
    content: renderParticipants(entries),
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

async function collect(
  server: LanguageServer,
  progress: vscode.Progress<{ readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<ParticipantEntry[] | null> {
  const uris = await vscode.workspace.findFiles('**/*.{xml,json}', '**/node_modules/**', undefined, token);
  const found: ParticipantEntry[] = [];
  for (let start = 0; start < uris.length; start += BATCH) {
    if (token.isCancellationRequested) return null;
    const files = await Promise.all(uris.slice(start, start + BATCH).map(readQppFile));
    found.push(...(await server.participants(files.filter((file) => file !== null))));
    progress.report({ increment: (BATCH / uris.length) * 100 });
  }
  return token.isCancellationRequested ? null : mergeEntries(found);
}

/** The file's path in the workspace and its text; `null` for a file of another kind, or one that cannot be read. */
async function readQppFile(
  uri: vscode.Uri,
): Promise<{ readonly path: string; readonly text: string } | null> {
  try {
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    const text = open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return detectFormat(text) === null ? null : { path: vscode.workspace.asRelativePath(uri), text };
  } catch {
    return null;
  }
}
