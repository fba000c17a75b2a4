import type { Connection } from 'vscode-languageserver';
import { inlayHints } from './inlayHints/inlayHints.ts';
import type { Session } from './session.ts';

/** Wires what an editor shows in and above the lines of a file. */
export function answerAnnotationRequests(connection: Connection, session: Session): void {
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) => {
    const open = session.opened(uri);
    if (!open?.catalog) return null;
    const { knowledge, settings } = session;
    return inlayHints(open.document, range, open.catalog, knowledge.catalogs, settings.inlayHints);
  });
}
