import type { Connection, DocumentSymbol } from 'vscode-languageserver';
import { documentHighlights } from './documentHighlights.ts';
import { foldingRanges } from './foldingRanges.ts';
import { linkedEditing } from './linkedEditing.ts';
import type { OpenDocument } from './openDocuments.ts';
import { documentSymbols } from './outline/outline.ts';
import { definition, references } from './references.ts';
import { selectionRanges } from './selectionRanges.ts';
import type { Session } from './session.ts';

/** Wires what an editor asks about the structure of a file. */
export function answerStructureRequests(connection: Connection, session: Session): void {
  const documentOf = (uri: string) => session.opened(uri)?.document ?? null;
  const outlineOf = createOutlines(session);

  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const open = session.opened(uri);
    return open && outlineOf(open);
  });

  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const document = documentOf(uri);
    return document && foldingRanges(document, session.client.foldingLimit);
  });

  connection.onSelectionRanges(({ textDocument: { uri }, positions }) => {
    const document = documentOf(uri);
    return document && selectionRanges(document, positions);
  });

  connection.languages.onLinkedEditingRange(({ textDocument: { uri }, position }) => {
    const document = documentOf(uri);
    return document && linkedEditing(document, document.lines.offsetAt(position));
  });

  connection.onDocumentHighlight(({ textDocument: { uri }, position }) => {
    const document = documentOf(uri);
    return document && documentHighlights(document, document.lines.offsetAt(position));
  });

  connection.onReferences(({ textDocument: { uri }, position, context }) => {
    const document = documentOf(uri);
    const offset = document?.lines.offsetAt(position) ?? 0;
    return (
      document && references(document, offset, context.includeDeclaration).map((range) => ({ uri, range }))
    );
  });

  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const document = documentOf(uri);
    return (
      document && definition(document, document.lines.offsetAt(position)).map((range) => ({ uri, range }))
    );
  });
}

/** Outlines a version once: outline, breadcrumbs and sticky lines of an editor may each ask for it. */
function createOutlines(session: Session): (open: OpenDocument) => DocumentSymbol[] | null {
  const known = new WeakMap<OpenDocument, DocumentSymbol[]>();
  return (open) => {
    if (!open.catalog) return null;
    const symbols =
      known.get(open) ?? documentSymbols(open.document, open.catalog, session.knowledge.catalogs);
    known.set(open, symbols);
    return symbols;
  };
}
