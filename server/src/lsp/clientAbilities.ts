import type { ClientCapabilities } from 'vscode-languageserver';

/** What the server has to know of its client. */
export interface ClientAbilities {
  /** How many folding ranges of a file it takes. */
  readonly foldingLimit: number;
  /** It asks again for what settings have changed, when told to. */
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** It refuses an edit of a file that has changed since. */
  readonly takesVersionedEdits: boolean;
  /** It asks for the edit of a code action when somebody picks it. */
  readonly resolvesEdits: boolean;
}

/** A client that says nothing of itself. */
export const UNKNOWN_CLIENT: ClientAbilities = {
  foldingLimit: Number.POSITIVE_INFINITY,
  refreshesInlayHints: false,
  refreshesCodeLenses: false,
  takesVersionedEdits: false,
  resolvesEdits: false,
};

/** Reads what a client says of itself with `initialize`. */
export function readClientAbilities({ textDocument, workspace }: ClientCapabilities): ClientAbilities {
  return {
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? UNKNOWN_CLIENT.foldingLimit,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport ?? false,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
  };
}
