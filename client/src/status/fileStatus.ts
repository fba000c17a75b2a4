import * as vscode from 'vscode';
import {
  type FileSummary,
  type FileSummaryParams,
  fileSummaryRequest,
} from '../../../server/src/lsp/protocol.ts';
import { documentSelector, isSelected } from '../documentSelector.ts';
import type { LanguageServer } from '../languageServer.ts';
import { countFindings, findingsText, severityOf, statusText, summaryLabel } from './statusText.ts';

/** Under this name findings stand in the Problems list. */
const SOURCE = 'QPP Lens';

/** The `when` clauses of commands about the active file ask for it. */
const IS_SUBMISSION_CONTEXT = 'qppLens.isSubmission';

/** Pause after a change before the file is looked at again, in milliseconds. */
const REFRESH_PAUSE = 100;

const SEVERITIES = {
  error: vscode.LanguageStatusSeverity.Error,
  warning: vscode.LanguageStatusSeverity.Warning,
  information: vscode.LanguageStatusSeverity.Information,
} as const;

/**
 * What the active file is and how many findings it has: in the status bar, which leads to the score, and in the
 * language status, which leads to the Problems list.
 */
export function showFileStatus(server: LanguageServer): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem('qppLens.file', vscode.StatusBarAlignment.Left, 0);
  bar.name = 'QPP File';
  bar.command = 'qppLens.showScore';
  const language = vscode.languages.createLanguageStatusItem('qppLens.file', [...documentSelector]);
  language.name = 'QPP Lens';
  language.command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
  let timer: NodeJS.Timeout | undefined;
  let requests = 0;

  async function refresh(): Promise<void> {
    const request = ++requests;
    const document = vscode.window.activeTextEditor?.document;
    const summary = document && isSelected(document) ? await summaryOf(document.uri) : null;
    // A later request has been made meanwhile, or the answer is of a file that is not active any more.
    if (request !== requests) return;
    void vscode.commands.executeCommand('setContext', IS_SUBMISSION_CONTEXT, summary !== null);
    if (document === undefined || summary === null) {
      bar.hide();
      language.text = 'No QPP submission';
      language.detail = '';
      language.severity = SEVERITIES.information;
      return;
    }
    show(summary, document.uri);
  }

  function show(summary: FileSummary, uri: vscode.Uri): void {
    const findings = countFindings(
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE),
    );
    bar.text = `$(checklist) ${statusText(summary, findings)}`;
    bar.tooltip = `${summaryLabel(summary)}, ${findingsText(findings)}. Shows the score.`;
    bar.accessibilityInformation = {
      label: `${summaryLabel(summary)}, ${findingsText(findings)}`,
      role: 'button',
    };
    bar.show();
    language.text = summaryLabel(summary);
    language.detail = findingsText(findings);
    language.severity = SEVERITIES[severityOf(findings)];
  }

  async function summaryOf(uri: vscode.Uri): Promise<FileSummary | null> {
    const params: FileSummaryParams = { uri: uri.toString() };
    // A request fails when the server is restarted meanwhile; the restart asks again.
    return server.ask<FileSummary>(fileSummaryRequest, params).catch(() => null);
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), REFRESH_PAUSE);
  }

  function isActive(uri: vscode.Uri): boolean {
    return uri.toString() === vscode.window.activeTextEditor?.document.uri.toString();
  }

  refreshSoon();
  return vscode.Disposable.from(
    bar,
    language,
    vscode.window.onDidChangeActiveTextEditor(refreshSoon),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isActive)) refreshSoon();
    }),
    server.onReady(refreshSoon),
    { dispose: () => clearTimeout(timer) },
  );
}
