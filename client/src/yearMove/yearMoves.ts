import * as vscode from 'vscode';
import { performanceYears } from '../../../server/src/catalog/performanceYears.ts';
import type { MovedFile } from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import { leftoverList } from './leftoverList.ts';

/** Scheme of the documents that show a moved file and what stays in it. `package.json` puts the buttons on them. */
const SCHEME = 'qpp-lens-moved';

/** A move that is shown and not yet made. */
interface Preview {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly moved: MovedFile;
}

/** The commands that move a file to another performance year. */
export interface YearMoves extends vscode.Disposable {
  /** Shows the moved file beside the open one; asks for the year unless it is given. */
  preview(year: unknown): Promise<void>;
  /** Makes the edits of the move that was shown last. */
  apply(): Promise<void>;
  /** Lists what stays in the file that was moved last. */
  listLeftovers(): Promise<void>;
}

export function createYearMoves(server: LanguageServer): YearMoves {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  const closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  let last: Preview | null = null;

  function show(uri: vscode.Uri, text: string): void {
    texts.set(uri.toString(), text);
    changed.fire(uri);
  }

  async function apply(): Promise<void> {
    if (last === null) return;
    const { document, version, moved } = last;
    if (document.version !== version) {
      void vscode.window.showWarningMessage(
        'The file has changed since. Move it again to see what would become of it.',
      );
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of moved.edits) {
      const { start, end } = range;
      edit.replace(
        document.uri,
        new vscode.Range(start.line, start.character, end.line, end.character),
        newText,
      );
    }
    if (!(await vscode.workspace.applyEdit(edit))) return;
    last = null;
    await vscode.window.showTextDocument(document);
  }

  async function listLeftovers(): Promise<void> {
    if (last === null) return;
    const { document, moved } = last;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `${document.uri.path} - what stays.txt` });
    show(uri, leftoverList(nameOf(document), moved));
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  return {
    async preview(year) {
      const document = vscode.window.activeTextEditor?.document;
      const to = typeof year === 'number' ? year : await askForYear();
      if (!document || to === undefined) return;
      const moved = await server.moveToYear(document.uri, to);
      if (moved === null) {
        void vscode.window.showInformationMessage(
          'Only QRDA III and QPP JSON files can be moved to a performance year.',
        );
        return;
      }
      const uri = vscode.Uri.from({ scheme: SCHEME, path: document.uri.path, query: String(to) });
      last = { document, version: document.version, moved };
      show(uri, moved.text);
      await vscode.commands.executeCommand(
        'vscode.diff',
        document.uri,
        uri,
        `${nameOf(document)}: ${moved.from} ↔ ${to}`,
      );
      void offer(moved, apply, listLeftovers);
    },
    apply,
    listLeftovers,
    dispose() {
      provider.dispose();
      closed.dispose();
      changed.dispose();
    },
  };
}

async function askForYear(): Promise<number | undefined> {
  const picked = await vscode.window.showQuickPick(performanceYears.map(String).reverse(), {
    title: 'Move File to Performance Year',
    placeHolder: 'Nothing is changed before you have seen it',
  });
  return picked === undefined ? undefined : Number(picked);
}

/** The buttons above the comparison do the same, once the message is gone. */
async function offer(
  { edits, leftovers, to }: MovedFile,
  apply: () => Promise<void>,
  listLeftovers: () => Promise<void>,
): Promise<void> {
  const stays =
    leftovers.length === 0 ? 'Nothing is left.' : `${leftovers.length} things stay or need a look.`;
  const buttons = leftovers.length === 0 ? ['Apply'] : ['Apply', 'Show What Stays'];
  const message =
    edits.length === 0 ? `The file is one of ${to} already.` : `${edits.length} changes. ${stays}`;
  const answer = await vscode.window.showInformationMessage(message, ...(edits.length === 0 ? [] : buttons));
  if (answer === 'Apply') await apply();
  if (answer === 'Show What Stays') await listLeftovers();
}

function nameOf(document: vscode.TextDocument): string {
  return document.uri.path.split('/').at(-1) ?? '';
}
