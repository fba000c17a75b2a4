import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { AskXpath } from '../xpath/query.ts';
import { answerAnnotationRequests, refreshAnnotations } from './annotationRequests.ts';
import { capabilities } from './capabilities.ts';
import { answerCodeActions } from './codeActions/codeActionRequests.ts';
import { toDiagnostic } from './diagnostics.ts';
import { createDiagnosticsSchedule } from './diagnosticsSchedule.ts';
import { createFaultLog } from './faultLog.ts';
import { createFormattingOffer } from './formattingOffer.ts';
import { answerPathRequests } from './pathRequests.ts';
import { settingsSection } from './protocol.ts';

import { answerCopies, answerFormatting, answerLanguageFeatures, answerOwnRequests } from './requests.ts';

import { createSession, listen, type ReadKnowledge } from './session.ts';
import { faultsOfXpathChecks, readRulePages } from './settings.ts';
import { answerStructureRequests } from './structureRequests.ts';
import { createWorkspaceCheck } from './workspace/workspaceCheck.ts';
import { answerWorkspaceRequests } from './workspace/workspaceRequests.ts';
import { createTeamChecks } from './xpathChecks/teamChecks.ts';
import { teamDiagnostic } from './xpathChecks/teamDiagnostic.ts';

/**
 * Answers a client over any connection: stdio and IPC in Node, messages in a worker. Here files and settings come in
 * and diagnostics go out; `requests.ts` has what the client asks for.
 */
export function serve(connection: Connection, readKnowledge: ReadKnowledge, askXpath: AskXpath): void {
  const session = createSession(readKnowledge);
  const { sources } = session;
  const failed = createFaultLog(connection);
  const schedule = createDiagnosticsSchedule(failed);
  const formattingOffer = createFormattingOffer(connection);
  let rulePages: string | null = null;
  const teamChecks = createTeamChecks(askXpath, publish, failed);
  const workspace = createWorkspaceCheck(connection, session, () => rulePages, failed);

  function check(uri: string): void {
    schedule.request(uri, () => publish(uri));
  }

  function publish(uri: string): void {
    // The file may have been closed while this waited its turn.
    const open = session.opened(uri);
    if (!open) return;
    formattingOffer.opened(open.document);
    void connection.sendDiagnostics({
      uri,
      version: open.version,
      diagnostics: [
        ...open.findings.map((finding) => toDiagnostic(finding, uri, rulePages)),
        ...teamChecks.resultsOf(open, session.settings.xpathChecks).map(teamDiagnostic),
      ],
    });
    workspace.follow(uri);
  }

  function configure(sent: unknown): void {
    const fault = session.configure(sent);
    if (fault !== null) warn(`QPP Lens keeps its own measures data: ${fault}`);
    for (const each of faultsOfXpathChecks(sent)) warn(`QPP Lens: ${each}`);
  }

  // Not `connection.window.showWarningMessage`, a request: some clients answer none, and then it throws.
  function warn(message: string): void {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  connection.onInitialize(({ initializationOptions, capabilities: ofClient }) => {
    session.greet(ofClient);
    configure(initializationOptions);
    rulePages = readRulePages(initializationOptions);
    session.statePractice(initializationOptions?.practice);
    return {
      serverInfo: { name: 'QPP Lens' },
      capabilities: { ...capabilities, ...formattingOffer.capabilities(ofClient) },
    };
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    configure(sent?.[settingsSection]);
    for (const { uri } of sources.all()) check(uri);
    workspace.compareAll();
    refreshAnnotations(connection, session);
  });

  sources.onDidChangeContent(({ document: { uri } }) => check(uri));

  sources.onDidClose(({ document: { uri } }) => {
    schedule.cancel(uri);
    session.forget(uri);
    teamChecks.forget(uri);
    // A file of the workspace keeps its findings; its client sends it again as it is on disk.
    if (!workspace.index.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  answerLanguageFeatures(connection, session);
  answerCodeActions(connection, session);
  answerFormatting(connection, session);
  answerCopies(connection, session);
  answerStructureRequests(connection, session);
  answerAnnotationRequests(connection, session);
  answerOwnRequests(connection, session);
  answerPathRequests(connection, session, askXpath);
  answerWorkspaceRequests(connection, session, workspace);
  listen(session, connection);
}
