import * as vscode from 'vscode';
import { findQppFilesIn, hasQppEnding, isExcluded } from './fileSearch.ts';

/** What has happened to the files of the workspace since the last report. */
export interface FileChanges {
  /** Files to be read again, by address. */
  readonly changed: readonly vscode.Uri[];
  /** Files and folders that are gone. */
  readonly gone: readonly vscode.Uri[];
}

/** Pause after a change before it is reported, in milliseconds: a checkout changes hundreds of files at once. */
const REPORT_PAUSE = 300;

/**
 * Reports files of the workspace that are created, changed, renamed, moved and deleted, also with the folder they lie
 * in, and those that are closed: an edit that was not saved is gone with them.
 */
export function watchFiles(onChanges: (changes: FileChanges) => void): vscode.Disposable {
  const changed = new Map<string, vscode.Uri>();
  const gone = new Map<string, vscode.Uri>();
  let timer: NodeJS.Timeout | undefined;

  function reportSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(report, REPORT_PAUSE);
  }

  function report(): void {
    onChanges({ changed: [...changed.values()], gone: [...gone.values()] });
    changed.clear();
    gone.clear();
  }

  function onFile(uri: vscode.Uri): void {
    if (!hasQppEnding(uri) || isExcluded(uri)) return;
    gone.delete(uri.toString());
    changed.set(uri.toString(), uri);
    reportSoon();
  }

  async function onCreate(uri: vscode.Uri): Promise<void> {
    if (hasQppEnding(uri)) return onFile(uri);
    // A folder that was moved or copied here comes without its files.
    if (!isExcluded(uri) && (await isFolder(uri))) for (const file of await findQppFilesIn(uri)) onFile(file);
  }

  function onDelete(uri: vscode.Uri): void {
    changed.delete(uri.toString());
    gone.set(uri.toString(), uri);
    reportSoon();
  }

  // A folder that is deleted or moved comes without its files: a pattern of their endings would miss it.
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => void onCreate(uri)),
    watcher.onDidChange(onFile),
    watcher.onDidDelete(onDelete),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => onFile(uri)),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) onDelete(uri);
      for (const { uri } of added) void onCreate(uri);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}
