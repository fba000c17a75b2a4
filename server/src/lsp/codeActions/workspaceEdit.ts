import type { WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../../rules/finding.ts';
import type { ClientAbilities } from '../clientAbilities.ts';
import type { OpenDocument } from '../openDocuments.ts';

/** Edits of one file, for the version they were made for where the client can tell versions apart. */
export function workspaceEdit(
  edits: readonly TextEdit[],
  { uri, version }: Pick<OpenDocument, 'uri' | 'version'>,
  { takesVersionedEdits }: ClientAbilities,
): WorkspaceEdit {
  return takesVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] }
    : { changes: { [uri]: [...edits] } };
}
