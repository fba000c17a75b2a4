import * as vscode from 'vscode';

/** Endings of the files that may be QRDA III or QPP JSON. */
const ENDING = /\.(?:xml|json)$/i;
const PATTERN = '**/*.{xml,json,XML,JSON}';

/** File systems whose files VS Code finds by a search of its own; any other is walked folder by folder. */
const SEARCHABLE_SCHEMES: readonly string[] = ['file', 'vscode-remote', 'vscode-vfs'];

/** Whether a file may be QRDA III or QPP JSON by its name. */
export function hasQppEnding(uri: vscode.Uri): boolean {
  return ENDING.test(uri.path);
}

/** All XML and JSON files of the workspace's folders, less those that settings exclude. */
export async function findQppFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found: vscode.Uri[] = [];
  for (const { uri } of folders) {
    if (token.isCancellationRequested) break;
    found.push(...(await findQppFilesIn(uri, token)));
  }
  return found;
}

/** All XML and JSON files in a folder and its folders, less those that settings exclude. */
export async function findQppFilesIn(
  folder: vscode.Uri,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (!SEARCHABLE_SCHEMES.includes(folder.scheme)) return walk(folder, token);
  const globs = excludedGlobs(folder);
  // Beside these patterns a search leaves out what `files.exclude` names.
  const exclude = globs.length === 0 ? undefined : `{${globs.join(',')}}`;
  const pattern = new vscode.RelativePattern(folder, PATTERN);
  const uris = await vscode.workspace.findFiles(pattern, exclude, undefined, token);
  return uris.filter((uri) => !isExcluded(uri));
}

/** Whether `files.exclude` or our own setting leaves the file or folder out, or a folder around it. */
export function isExcluded(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return true;
  const globs = [...filesExclude(folder.uri), ...excludedGlobs(folder.uri)];
  return globs.some((glob) => matches(folder, glob, uri) || matches(folder, `${glob}/**`, uri));
}

function excludedGlobs(folder: vscode.Uri): string[] {
  const globs = vscode.workspace.getConfiguration('qppLens.workspace', folder).get<unknown>('exclude');
  return Array.isArray(globs)
    ? globs.filter((glob): glob is string => typeof glob === 'string' && glob !== '')
    : [];
}

function filesExclude(folder: vscode.Uri): string[] {
  const globs = vscode.workspace
    .getConfiguration('files', folder)
    .get<Record<string, unknown>>('exclude', {});
  return Object.entries(globs).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
}

/** Asks VS Code, so that a glob means here what it means in every other setting. */
function matches(folder: vscode.WorkspaceFolder, glob: string, uri: vscode.Uri): boolean {
  const pattern = new vscode.RelativePattern(folder, glob);
  // Only the address of the document is looked at for a pattern.
  return vscode.languages.match({ pattern }, { uri, languageId: 'xml' } as vscode.TextDocument) > 0;
}

async function walk(folder: vscode.Uri, token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (token?.isCancellationRequested) break;
    for (const [name, type] of await entriesOf(next)) {
      const uri = vscode.Uri.joinPath(next, name);
      // A link may lead back to where it stands.
      const isFolder = type === vscode.FileType.Directory;
      if (isFolder ? isExcluded(uri) : !hasQppEnding(uri) || isExcluded(uri)) continue;
      (isFolder ? waiting : found).push(uri);
    }
  }
  return found;
}

/** A folder that cannot be read has nothing in it. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
