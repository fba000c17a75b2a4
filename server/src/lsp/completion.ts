import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { YearCatalog } from '../catalog/catalog.ts';
import type { QppDocument } from '../document/document.ts';
import type { Knowledge } from '../knowledge.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { jsonCompletion } from './jsonCompletion/jsonCompletion.ts';
import { newFileProposals } from './newFile/newFile.ts';
import type { Proposal, Proposals } from './proposal.ts';
import { xmlCompletion } from './xmlCompletion/xmlCompletion.ts';

/**
 * Characters at which an editor asks of itself: in JSON the quote that begins a key or text and the colon a value
 * follows; in XML the bracket and slash of tags, the quotes of a value and the blank that an attribute follows.
 */
export const completionTriggers: readonly string[] = ['"', ':', '<', '/', "'", ' '];

/**
 * What can be written at an offset, as LSP has it.
 * @param catalog of the year whose rules apply; `null` for a file that is no submission yet
 * @param languageId what the editor takes the file for
 * @param trigger the character at which the editor asked of itself; `null` when the user asked
 */
export function completion(
  document: QppDocument,
  offset: number,
  catalog: YearCatalog | null,
  languageId: string,
  knowledge: Knowledge,
  trigger: string | null = null,
): CompletionList {
  const { proposals, isCut } = proposalsAt(document, offset, catalog, languageId, knowledge, trigger);
  return { isIncomplete: isCut, items: proposals.map((proposal) => toItem(proposal, document.lines)) };
}

function proposalsAt(
  document: QppDocument,
  offset: number,
  catalog: YearCatalog | null,
  languageId: string,
  knowledge: Knowledge,
  trigger: string | null,
): Proposals {
  if (document.format === null || catalog === null)
    return newFileProposals(document.text, offset, languageId, knowledge);
  if (document.format === 'qrda3') return xmlCompletion(document, offset, catalog, knowledge, trigger);
  const isAsked = trigger === null || trigger === '"' || trigger === ':';
  return { proposals: isAsked ? jsonCompletion(document, offset, catalog) : [], isCut: false };
}

const KINDS: Readonly<Record<Proposal['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  measure: CompletionItemKind.Reference,
  element: CompletionItemKind.Field,
  snippet: CompletionItemKind.Snippet,
  note: CompletionItemKind.Text,
};

function toItem(
  { label, kind, detail, snippet, span, filterText, sortText, further }: Proposal,
  lines: LineIndex,
): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && { detail }),
    filterText,
    sortText,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: lines.rangeOf(span), newText: snippet },
    ...(further && {
      additionalTextEdits: further.map((edit) => ({ range: lines.rangeOf(edit.span), newText: edit.text })),
    }),
  };
}
