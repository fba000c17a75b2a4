import * as vscode from 'vscode';
import {
  mergeEntries,
  type ParticipantEntry,
  renderParticipants,
} from '../../../server/src/workspace/participants.ts';
import type { LanguageServer } from '../languageServer.ts';
import { readBatches } from '../workspace/batches.ts';
import { findQppFiles } from '../workspace/fileSearch.ts';
import { readFile } from '../workspace/readFile.ts';

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
  const uris = await findQppFiles(token);
  const found: ParticipantEntry[] = [];
  for await (const batch of readBatches(uris, readFile)) {
    if (token.isCancellationRequested) return null;
    const files = batch.flatMap(({ uri, text }) =>
      text === null ? [] : [{ path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)), text }],
    );
    found.push(...(await server.participants(files)));
    progress.report({ increment: (batch.length / uris.length) * 100 });
  }
  return token.isCancellationRequested ? null : mergeEntries(found);
}
