import type { ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from './codeActions/mending.ts';
import { completionTriggers } from './completion.ts';

/** What the server answers; each entry is wired in `requests.ts`. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...completionTriggers] },
  documentSymbolProvider: { label: 'QPP Lens' },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  linkedEditingRangeProvider: true,
  documentHighlightProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  documentLinkProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind], resolveProvider: true },
};
