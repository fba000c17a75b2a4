import * as vscode from 'vscode';
import { detectFormat } from '../../../server/src/document/detectFormat.ts';
import { isSelected } from '../documentSelector.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { ImportedErrors } from './importedErrors.ts';
import { nameOf, pickReport, readReportFile } from './reportSource.ts';

/** What a caller of the command may give, so that nobody is asked. */
export interface ImportArguments {
  /** The report's text, or where it is. */
  readonly report?: string | vscode.Uri;
  /** The file it is about. */
  readonly file?: vscode.Uri;
}

/**
 * `QPP Lens: Import CMS Error Report…`: lays a report upon the QRDA III or QPP JSON file in the editor. Where the editor
 * shows the report itself, the file is asked for instead.
 */
export async function importReport(
  server: LanguageServer,
  errors: ImportedErrors,
  { report, file }: ImportArguments = {},
): Promise<void> {
  const target = file ? await vscode.workspace.openTextDocument(file) : await pickTarget();
  if (!target) return;
  const text = await readReport(report, target);
  if (text === null) return;
  const result = await server.importReport(target.uri, text);
  if (!result) {
    void vscode.window.showErrorMessage(
      'QPP Lens: the language server does not run, so the report is not imported.',
    );
    return;
  }
  errors.show(target.uri, result.diagnostics);
  await show(target, result.diagnostics);
  tell(target, result);
}

async function readReport(
  given: ImportArguments['report'],
  target: vscode.TextDocument,
): Promise<string | null> {
  if (typeof given === 'string') return given;
  if (given) return readReportFile(given);
  const active = vscode.window.activeTextEditor?.document;
  return active && active !== target ? active.getText() : pickReport(target);
}

/** The file in the editor; else one of those that are open. */
async function pickTarget(): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isSubmission(active)) return active;
  const open = vscode.workspace.textDocuments.filter(isSubmission);
  if (open.length === 0) {
    void vscode.window.showInformationMessage(
      'QPP Lens: open the QRDA III or QPP JSON file that the report is about.',
    );
    return undefined;
  }
  const items = open.map((document) => ({
    label: nameOf(document.uri),
    description: document.uri.fsPath,
    document,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: 'Which file is the report about?' });
  return chosen?.document;
}

function isSubmission(document: vscode.TextDocument): boolean {
  return isSelected(document) && detectFormat(document.getText()) !== null;
}

async function show(target: vscode.TextDocument, errors: readonly vscode.Diagnostic[]): Promise<void> {
  const editor = await vscode.window.showTextDocument(target);
  const [first] = errors;
  if (!first) return;
  editor.selection = new vscode.Selection(first.range.start, first.range.start);
  editor.revealRange(first.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function tell(
  target: vscode.TextDocument,
  { diagnostics, placeless, notes }: NonNullable<Awaited<ReturnType<LanguageServer['importReport']>>>,
): void {
  const count = diagnostics.length;
  const counted = `${count} ${count === 1 ? 'error' : 'errors'} of the report in ${nameOf(target.uri)}`;
  const said = [placeless > 0 ? `${counted}, ${placeless} without a place.` : `${counted}.`, ...notes].join(
    ' ',
  );
  if (count === 0 || notes.length > 0) void vscode.window.showWarningMessage(`QPP Lens: ${said}`);
  else void vscode.window.showInformationMessage(`QPP Lens: ${said}`);
}
