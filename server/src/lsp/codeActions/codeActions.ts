import type { CodeAction, CodeActionContext } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../../rules/finding.ts';
import type { Range } from '../../text/lineIndex.ts';
import type { ClientAbilities } from '../clientAbilities.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { rangesOfSameFaults } from '../errorReport/importedDiagnostic.ts';
import type { OpenDocument } from '../openDocuments.ts';
import { fixAllKind, type Mending } from './mending.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/**
 * Fixes of the findings that touch a range or tell the fault of an imported error there, and those that mend more than
 * one place.
 */
export function codeActions(
  open: OpenDocument,
  range: Range,
  { only, diagnostics }: Pick<CodeActionContext, 'only' | 'diagnostics'>,
  client: ClientAbilities,
  mend: (mending: Mending) => CodeAction['edit'],
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (asks(only, CodeActionKind.QuickFix)) {
    const ranges = [range, ...rangesOfSameFaults(diagnostics, open.uri)];
    const here = open.findings.filter((finding) => ranges.some((each) => overlaps(finding.range, each)));
    actions.push(...here.flatMap((finding) => quickFixes(finding, open, client)), ...ruleFixes(here, open));
  }
  const isAskedFor = only !== undefined && asks(only, fixAllKind);
  // Nobody waits for it while the cursor moves; a client that asks for no kind can have it worked out later or not at all.
  if (isAskedFor || (only === undefined && client.resolvesEdits)) actions.push(...fixAllAction(open));
  return actions.map((action) => (client.resolvesEdits ? action : completed(action, mend)));
}

/** An action with its edit, where that was left for later. */
export function completed(action: CodeAction, mend: (mending: Mending) => CodeAction['edit']): CodeAction {
  const { data, ...rest } = action;
  if (action.edit || data === undefined) return action;
  const edit = mend(data as Mending);
  return edit ? { ...rest, edit } : rest;
}

/** `source` asks for `source.fixAll.qppLens` too. */
function asks(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixes(finding: Finding, open: OpenDocument, client: ClientAbilities): CodeAction[] {
  return (finding.fixes ?? []).map(({ title, edits, isPreferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, open.uri)],
    ...(isPreferred && { isPreferred }),
    edit: workspaceEdit(edits, open, client),
  }));
}

/** For a fault that stands in several places: one action for all of them. */
function ruleFixes(here: readonly Finding[], { findings, uri, version }: OpenDocument): CodeAction[] {
  const rules = [...new Set(here.filter(isFixable).map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const count = findings.filter((finding) => finding.rule === rule && isFixable(finding)).length;
    if (count < 2) return [];
    const data: Mending = { uri, version, rule };
    return [{ title: `Fix all ${count} of ${rule} in this file`, kind: CodeActionKind.QuickFix, data }];
  });
}

function isFixable({ fixes }: Finding): boolean {
  return fixes?.some(({ isPreferred }) => isPreferred) === true;
}

function fixAllAction({ findings, uri, version }: OpenDocument): CodeAction[] {
  if (!findings.some(isFixable)) return [];
  const data: Mending = { uri, version, rule: null };
  return [{ title: 'QPP Lens: fix all that has one right way', kind: fixAllKind, data }];
}

function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
