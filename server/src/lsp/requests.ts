import type { Connection } from 'vscode-languageserver';
import type { ParticipantEntry } from '../workspace/participants.ts';
import { participantsOf } from '../workspace/participantsOf.ts';
import { refreshAnnotations } from './annotationRequests.ts';
import { completion } from './completion.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover/hover.ts';
import { movedFile } from './movedFile.ts';
import {
  type MovedFile,
  type MoveParams,
  moveRequest,
  type ParticipantsParams,
  participantsRequest,
  practiceNotification,
  type RedactedCopy,
  type RedactParams,
  redactRequest,
  type ScoreParams,
  scoreRequest,
} from './protocol.ts';
import { redactedCopies } from './redactedCopies.ts';
import { score } from './score/score.ts';
import type { Session } from './session.ts';

/** Wires the requests of LSP to the features, which know nothing of a connection. */
export function answerLanguageFeatures(connection: Connection, session: Session): void {
  connection.onHover(({ textDocument, position }) => {
    const open = session.opened(textDocument.uri);
    if (!open?.catalog) return null;
    const { lines } = open.document;
    const card = hover(open.document, lines.offsetAt(position), open.catalog, session.knowledge);
    return card && { contents: { kind: 'markdown', value: card.markdown }, range: lines.rangeOf(card.span) };
  });

  connection.onCompletion(({ textDocument: { uri }, position, context }) => {
    const open = session.opened(uri);
    if (!open) return null;
    const { document, catalog } = open;
    const languageId = session.sources.get(uri)?.languageId ?? '';
    const trigger = context?.triggerCharacter ?? null;
    const offset = document.lines.offsetAt(position);
    return completion(document, offset, catalog, languageId, session.knowledge, trigger);
  });
}

/** Wires formatting, of a whole file and of a range. */
export function answerFormatting(connection: Connection, session: Session): void {
  connection.onDocumentFormatting(({ textDocument: { uri }, options }) => {
    const open = session.opened(uri);
    return open ? formatting(open.document, options) : null;
  });

  connection.onDocumentRangeFormatting(({ textDocument: { uri }, options, range }) => {
    const open = session.opened(uri);
    return open ? formatting(open.document, options, range) : null;
  });
}

/** Wires the requests of `protocol.ts`. */
export function answerOwnRequests(connection: Connection, session: Session): void {
  connection.onNotification(practiceNotification, (sent: unknown) => {
    session.statePractice(sent);
    refreshAnnotations(connection, session);
  });

  connection.onRequest(scoreRequest, ({ files, programName = null, whatIf = [] }: ScoreParams) => {
    const { performanceYear } = session.settings;
    const options = { ...session.practice, performanceYear, programName, whatIf };
    return score(session.read(files), options, session.knowledge);
  });

  connection.onRequest(participantsRequest, ({ files }: ParticipantsParams): ParticipantEntry[] =>
    participantsOf(files, session.knowledge),
  );
}

/** Wires what makes changed copies of files. */
export function answerCopies(connection: Connection, session: Session): void {
  connection.onRequest(redactRequest, ({ texts }: RedactParams): RedactedCopy[] =>
    redactedCopies(texts, session.knowledge),
  );

  connection.onRequest(moveRequest, ({ uri, year }: MoveParams): MovedFile | null => {
    const open = session.opened(uri);
    return open && movedFile(open.document, year, session.knowledge);
  });
}
