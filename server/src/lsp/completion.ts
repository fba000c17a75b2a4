import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { YearCatalog } from '../catalog/catalog.ts';
import type { QppDocument } from '../document/document.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { jsonCompletion } from './jsonCompletion/jsonCompletion.ts';
import type { Proposal } from './jsonCompletion/proposal.ts';

/** Characters at which an editor asks of itself: the quote that begins a key or text, the colon a value follows. */
export const completionTriggers: readonly string[] = ['"', ':'];

/** What can be written at an offset, as LSP has it. */
export function completion(document: QppDocument, offset: number, catalog: YearCatalog): CompletionList {
  const proposals = document.format === 'qpp-json' ? jsonCompletion(document, offset, catalog) : [];
  return { isIncomplete: false, items: proposals.map((proposal) => toItem(proposal, document.lines)) };
}

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  measure: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

function toItem(
  { label, kind, detail, snippet, span, filterText, sortText }: Proposal,
  lines: LineIndex,
): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && { detail }),
    filterText,
    sortText,
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range: lines.rangeOf(span), newText: snippet },
  };
}
