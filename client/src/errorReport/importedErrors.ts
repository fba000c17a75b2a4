import * as vscode from 'vscode';
import { afterEdit, type TextRange } from './afterEdit.ts';

/** The `when` clause of the command that clears them asks for it. */
const IS_SHOWN_CONTEXT = 'qppLens.isReportShown';

/** The errors of imported reports, as long as they stand. */
export interface ImportedErrors extends vscode.Disposable {
  /** Shows the errors of a report in place of those of the report before. */
  show(uri: vscode.Uri, errors: readonly vscode.Diagnostic[]): void;
  /** Removes them from one file, or from all. */
  clear(uri?: vscode.Uri): void;
}

/** Each error stays at its text as the file is edited, and goes when that text itself is edited. */
export function createImportedErrors(): ImportedErrors {
  const collection = vscode.languages.createDiagnosticCollection('CMS report');
  const follow = vscode.workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
    const shown = collection.get(uri);
    if (!shown || shown.length === 0 || contentChanges.length === 0) return;
    collection.set(
      uri,
      shown.flatMap((error) => followEdits(error, contentChanges) ?? []),
    );
  });
  const tellContext = () => {
    const isShown = [...collection].some(([, errors]) => errors.length > 0);
    void vscode.commands.executeCommand('setContext', IS_SHOWN_CONTEXT, isShown);
  };
  return {
    show: (uri, errors) => {
      collection.set(uri, [...errors]);
      tellContext();
    },
    clear: (uri) => {
      if (uri) collection.delete(uri);
      else collection.clear();
      tellContext();
    },
    dispose: () => {
      follow.dispose();
      collection.dispose();
    },
  };
}

/** VS Code gives the changes of one edit so that each one's range is right when those before it are made. */
function followEdits(
  error: vscode.Diagnostic,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): vscode.Diagnostic | null {
  let range: TextRange | null = error.range;
  for (const change of changes) range = range && afterEdit(range, change);
  if (range === null) return null;
  const moved = new vscode.Diagnostic(toRange(range), error.message, error.severity);
  moved.source = error.source;
  moved.code = error.code;
  moved.relatedInformation = error.relatedInformation?.flatMap(({ location, message }) => {
    let related: TextRange | null = location.range;
    for (const change of changes) related = related && afterEdit(related, change);
    const place = related && new vscode.Location(location.uri, toRange(related));
    return place ? [new vscode.DiagnosticRelatedInformation(place, message)] : [];
  });
  return moved;
}

function toRange({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
