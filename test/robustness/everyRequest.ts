import type { CodeAction, ProtocolConnection } from 'vscode-languageserver-protocol';

/** Where in a file something is asked. */
export interface Place {
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
  /** The start of the text as the client keeps it, not the server. */
  positionAt(offset: number): Position;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A request an editor can make at any moment. */
export interface Ask {
  readonly method: string;
  params(place: Place): object;
  /** What an editor asks about the answer. */
  readonly next?: { readonly method: string; of(answer: never): readonly object[] };
}

/** An answer that takes longer than this is none: the server hangs. */
export const PATIENCE_MS = 60_000;

const of = ({ uri }: Place) => ({ textDocument: { uri } });
const at = (place: Place) => ({ ...of(place), position: place.positionAt(place.offset) });
const range = (place: Place, length: number) => ({
  start: place.positionAt(place.offset),
  end: place.positionAt(Math.min(place.text.length, place.offset + length)),
});

/** All that LSP lets an editor ask of this server. */
export const EDITOR_REQUESTS: readonly Ask[] = [
  { method: 'textDocument/hover', params: at },
  { method: 'textDocument/completion', params: (place) => ({ ...at(place), context: { triggerKind: 1 } }) },
  { method: 'textDocument/documentSymbol', params: of },
  { method: 'textDocument/foldingRange', params: of },
  {
    method: 'textDocument/selectionRange',
    params: (place) => ({ ...of(place), positions: [at(place).position, place.positionAt(0)] }),
  },
  { method: 'textDocument/linkedEditingRange', params: at },
  { method: 'textDocument/documentHighlight', params: at },
  {
    method: 'textDocument/references',
    params: (place) => ({ ...at(place), context: { includeDeclaration: true } }),
  },
  { method: 'textDocument/definition', params: at },
  { method: 'textDocument/documentLink', params: of },
  { method: 'textDocument/codeLens', params: of },
  { method: 'textDocument/inlayHint', params: (place) => ({ ...of(place), range: range(place, 5_000) }) },
  {
    method: 'textDocument/codeAction',
    params: (place) => ({ ...of(place), range: range(place, 500), context: { diagnostics: [] } }),
    next: {
      method: 'codeAction/resolve',
      of: (actions: readonly CodeAction[] | null) => actions?.slice(0, 1) ?? [],
    },
  },
  { method: 'textDocument/formatting', params: (place) => ({ ...of(place), options: INDENTATION }) },
  {
    method: 'textDocument/rangeFormatting',
    params: (place) => ({ ...of(place), range: range(place, 1_000), options: INDENTATION }),
  },
];

const INDENTATION = { tabSize: 2, insertSpaces: true };

/** What the extension asks beyond LSP: the requests of `lsp/protocol.ts`. */
export const OWN_REQUESTS: readonly Ask[] = [
  { method: 'qppLens/score', params: ({ uri }) => ({ files: [{ uri }] }) },
  { method: 'qppLens/participants', params: ({ uri, text }) => ({ files: [{ path: uri, text }] }) },
  { method: 'qppLens/workspace/checkFiles', params: ({ uri, text }) => ({ files: [{ uri, text }] }) },
  { method: 'qppLens/workspace/participants', params: () => ({}) },
  { method: 'qppLens/workspace/participantFiles', params: () => ({ key: 'nobody' }) },
  { method: 'qppLens/fileSummary', params: ({ uri }) => ({ uri }) },
  { method: 'qppLens/redact', params: ({ text }) => ({ texts: [text] }) },
  { method: 'qppLens/importReport', params: ({ uri }) => ({ uri, report: REPORT }) },
  { method: 'qppLens/pathAt', params: (place) => ({ uri: place.uri, position: at(place).position }) },
  { method: 'qppLens/goToPath', params: ({ uri }) => ({ uri, path: '/ClinicalDocument/component' }) },
  { method: 'qppLens/moveToYear', params: ({ uri }) => ({ uri, year: 2024 }) },
];

const REPORT = 'CT - The measure reference results must have a single measure population (line 3, column 7)';

export const EVERY_REQUEST: readonly Ask[] = [...EDITOR_REQUESTS, ...OWN_REQUESTS];

/**
 * Makes a request and what follows from its answer.
 * @throws when the server answers with an error, does not answer or is gone
 */
export async function ask(connection: ProtocolConnection, request: Ask, place: Place): Promise<unknown> {
  const { method, next } = request;
  const answer = await answered(connection, method, request.params(place));
  // The follow-up knows what the request gives.
  for (const params of next?.of(answer as never) ?? [])
    await answered(connection, next?.method ?? '', params);
  return answer;
}

/** @throws when the server answers with an error, does not answer or is gone */
export async function answered(
  connection: ProtocolConnection,
  method: string,
  params: object,
): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([connection.sendRequest(method, params), patience]);
  } catch (cause) {
    throw new Error(`${method}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}
