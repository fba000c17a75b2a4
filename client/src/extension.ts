import * as vscode from 'vscode';
import {
  practiceNotification,
  type ShowScoreArgument,
  showScoreCommand,
} from '../../server/src/lsp/protocol.ts';
import { fixAll } from './commands/fixAll.ts';
import { listParticipants } from './commands/listParticipants.ts';
import { openExample } from './commands/openExample.ts';
import { openRedactedCopy } from './commands/openRedactedCopy.ts';
import { copyPath, goToPath } from './commands/paths.ts';
import { createImportedErrors } from './errorReport/importedErrors.ts';
import { type ImportArguments, importReport } from './errorReport/importReport.ts';
import { createLanguageServer } from './languageServer.ts';
import { watchForQppFile } from './qppFileWatch.ts';
import { createPracticeStore } from './scorePanel/practiceStore.ts';
import { createScorePanels, scorePanelType } from './scorePanel/scorePanel.ts';
import { showFileStatus } from './status/fileStatus.ts';
import { contributeWorkspace } from './workspace/contributions.ts';
import { createYearMoves } from './yearMove/yearMoves.ts';

/** What other extensions and the tests may ask. */
export interface QppLensApi {
  /** False until a QRDA III or QPP JSON file was opened. */
  isServerStarted(): boolean;
}

/**
 * Runs when any XML or JSON file is opened, so it does next to nothing: the language server starts
 * with the first file that looks like QRDA III or QPP JSON.
 */
export function activate(context: vscode.ExtensionContext): QppLensApi {
  const server = createLanguageServer(context);
  const importedErrors = createImportedErrors();
  const practice = createPracticeStore(context.workspaceState);
  const panels = createScorePanels(context.extensionUri, { server, practice });
  const yearMoves = createYearMoves(server);
  context.subscriptions.push(
    server,
    yearMoves,
    practice,
    // Before the panel asks for the score under it.
    practice.onChange((stated) => void server.tell(practiceNotification, stated)),
    panels,
    importedErrors,
    contributeWorkspace(context, server),
    showFileStatus(server),
    watchForQppFile(() => void server.start()),
    vscode.commands.registerCommand(showScoreCommand, (argument?: ShowScoreArgument) =>
      panels.show(argument),
    ),
    vscode.commands.registerCommand('qppLens.exportScoreCsv', () => panels.export('csv')),
    vscode.commands.registerCommand('qppLens.exportScorePage', () => panels.export('page')),
    vscode.commands.registerCommand('qppLens.listParticipants', () => listParticipants(server)),
    vscode.commands.registerCommand('qppLens.moveToYear', (year: unknown) => yearMoves.preview(year)),
    vscode.commands.registerCommand('qppLens.applyMove', () => yearMoves.apply()),
    vscode.commands.registerCommand('qppLens.listMoveLeftovers', () => yearMoves.listLeftovers()),
    vscode.commands.registerCommand('qppLens.openRedactedCopy', (...selected: unknown[]) =>
      openRedactedCopy(server, selected),
    ),
    vscode.commands.registerCommand('qppLens.fixAll', () => fixAll()),
    vscode.commands.registerCommand('qppLens.importReport', (given?: ImportArguments) =>
      importReport(server, importedErrors, given),
    ),
    vscode.commands.registerCommand('qppLens.clearReport', () => importedErrors.clear()),
    vscode.commands.registerCommand('qppLens.copyXPath', () => copyPath(server)),
    vscode.commands.registerCommand('qppLens.goToXPath', (path?: string) => goToPath(server, path)),
    vscode.commands.registerCommand('qppLens.openExample', (name?: unknown) =>
      openExample(context.extensionUri, name),
    ),
    vscode.commands.registerCommand('qppLens.restartServer', () => server.restart()),
    vscode.window.registerWebviewPanelSerializer(scorePanelType, {
      deserializeWebviewPanel: async (panel, state) => panels.restore(panel, state),
    }),
  );
  return { isServerStarted: () => server.isStarted() };
}
