import type { Connection } from 'vscode-languageserver';
import { DEFAULT_OPTIONS } from '../scoring/options.ts';
import type { Practice } from '../scoring/practice.ts';
import { codeLenses, type LensTitles, lensTitles } from './codeLens/codeLens.ts';
import { documentLinks } from './documentLinks.ts';
import { inlayHints } from './inlayHints/inlayHints.ts';
import type { OpenDocument } from './openDocuments.ts';
import type { Session } from './session.ts';

/** Wires what an editor shows in and above the lines of a file. */
export function answerAnnotationRequests(connection: Connection, session: Session): void {
  const titlesOf = createLensTitles(session);

  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) => {
    const open = session.opened(uri);
    if (!open?.catalog) return null;
    const { knowledge, settings } = session;
    return inlayHints(open.document, range, open.catalog, knowledge.catalogs, settings.inlayHints);
  });

  connection.onDocumentLinks(({ textDocument: { uri } }) => {
    const open = session.opened(uri);
    if (!open?.catalog) return null;
    const { catalogs, guides } = session.knowledge;
    const guide = guides.guide(open.catalog.performanceYear)?.table;
    return documentLinks(open.document, open.catalog, catalogs, guide);
  });

  connection.onCodeLens(({ textDocument: { uri } }) => {
    const open = session.settings.codeLens ? session.opened(uri) : null;
    return open && codeLenses(open, titlesOf(open));
  });
}

/** A client asks again by itself after an edit, but not when settings or the practice change. */
export function refreshAnnotations(connection: Connection, { client }: Session): void {
  // A client that is shutting down does not answer.
  const ignore = () => undefined;
  if (client.refreshesInlayHints) connection.languages.inlayHint.refresh().catch(ignore);
  if (client.refreshesCodeLenses) connection.sendRequest('workspace/codeLens/refresh').catch(ignore);
}

/** Scores a version of a file when an editor asks for its lenses, once under the same practice. */
function createLensTitles(session: Session): (open: OpenDocument) => LensTitles {
  const known = new WeakMap<OpenDocument, { readonly practice: Practice; readonly titles: LensTitles }>();
  return (open) => {
    const { practice, knowledge, settings } = session;
    const last = known.get(open);
    if (last?.practice === practice) return last.titles;
    const options = { ...DEFAULT_OPTIONS, ...practice, performanceYear: settings.performanceYear };
    const titles = lensTitles(open, options, knowledge);
    known.set(open, { practice, titles });
    return titles;
  };
}
