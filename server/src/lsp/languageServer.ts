import type { Connection, TextDocumentPositionParams } from 'vscode-languageserver';
import { TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Knowledge } from '../knowledge.ts';
import type { ParticipantEntry } from '../workspace/participants.ts';
import { participantsOf } from '../workspace/participantsOf.ts';
import { codeActions } from './codeActions.ts';
import { completion, completionTriggers } from './completion.ts';
import { toDiagnostic } from './diagnostics.ts';
import { createDiagnosticsSchedule } from './diagnosticsSchedule.ts';
import { hover } from './hover/hover.ts';
import type { OpenDocument } from './openDocuments.ts';
import { createOpenDocuments } from './openDocuments.ts';
import type { ParticipantsParams, ScoreParams, ScoreResult, Settings } from './protocol.ts';
import { participantsRequest, scoreRequest, settingsSection } from './protocol.ts';
import { score } from './score.ts';
import { readRulePages, readSettings } from './settings.ts';

/**
 * Gives the knowledge, with measures and benchmarks from a newer checkout of CMS's data where one is named. Throws when
 * the folder is no such checkout.
 */
export type ReadKnowledge = (measuresData: string | null) => Knowledge;

/**
 * Answers a client over any connection: stdio and IPC in Node, messages in a worker. The features themselves know
 * nothing of a connection; this is where they are wired to one.
 */
export function serve(connection: Connection, readKnowledge: ReadKnowledge): void {
  const sources = new TextDocuments(TextDocument);
  const documents = createOpenDocuments();
  const schedule = createDiagnosticsSchedule();
  let settings: Settings = readSettings(undefined);
  let knowledge = readKnowledge(null);
  let rulePages: string | null = null;

  function publish(source: TextDocument): void {
    // The file may have been closed, or changed again, while this waited its turn.
    if (sources.get(source.uri) !== source) return;
    const { uri, version, findings } = documents.read(source, settings, knowledge);
    void connection.sendDiagnostics({
      uri,
      version,
      diagnostics: findings.map((finding) => toDiagnostic(finding, uri, rulePages)),
    });
  }

  function opened(uri: string): OpenDocument | null {
    const source = sources.get(uri);
    return source ? documents.read(source, settings, knowledge) : null;
  }

  function apply(sent: unknown): void {
    const before = settings.measuresData;
    settings = readSettings(sent);
    if (settings.measuresData === before) return;
    try {
      knowledge = readKnowledge(settings.measuresData);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      connection.window.showWarningMessage(`QPP Lens keeps its own measures data: ${reason}`);
      knowledge = readKnowledge(null);
    }
  }

  connection.onInitialize(({ initializationOptions }) => {
    apply(initializationOptions);
    rulePages = readRulePages(initializationOptions);
    return {
      serverInfo: { name: 'QPP Lens' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [...completionTriggers] },
        codeActionProvider: { codeActionKinds: ['quickfix'] },
      },
    };
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    apply(sent?.[settingsSection]);
    for (const source of sources.all()) schedule.request(source.uri, () => publish(source));
  });

  sources.onDidChangeContent(({ document: source }) => schedule.request(source.uri, () => publish(source)));

  sources.onDidClose(({ document: { uri } }) => {
    schedule.cancel(uri);
    documents.close(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onHover(({ textDocument, position }: TextDocumentPositionParams) => {
    const open = opened(textDocument.uri);
    if (!open?.catalog) return null;
    const { lines } = open.document;
    const card = hover(open.document, lines.offsetAt(position), open.catalog, knowledge);
    return card && { contents: { kind: 'markdown', value: card.markdown }, range: lines.rangeOf(card.span) };
  });

  connection.onCompletion(({ textDocument, position }) => {
    const open = opened(textDocument.uri);
    return open?.catalog
      ? completion(open.document, open.document.lines.offsetAt(position), open.catalog)
      : null;
  });

  connection.onCodeAction(({ textDocument: { uri }, range }) =>
    codeActions(opened(uri)?.findings ?? [], range, uri),
  );

  connection.onRequest(scoreRequest, ({ uri }: ScoreParams): ScoreResult | null => {
    const open = opened(uri);
    return open ? score(open.document, knowledge) : null;
  });

  connection.onRequest(participantsRequest, ({ files }: ParticipantsParams): ParticipantEntry[] =>
    participantsOf(files, knowledge),
  );

  sources.listen(connection);
  connection.listen();
}
