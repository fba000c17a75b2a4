import type { WorkspaceEdit } from 'vscode-languageserver';
import { openDocument } from '../../document/openDocument.ts';
import type { Knowledge } from '../../knowledge.ts';
import { fixAll } from '../../rules/fixing/fixAll.ts';
import { checkDocument } from '../../rules/run.ts';
import type { ClientAbilities } from '../clientAbilities.ts';
import type { OpenDocument } from '../openDocuments.ts';
import type { Settings } from '../protocol.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** The kind of the action that makes every certain fix: `editor.codeActionsOnSave` can name it. */
export const fixAllKind = 'source.fixAll.qppLens';

/** What an action still has to work out; it crosses the wire and comes back. */
export interface Mending {
  readonly uri: string;
  readonly version: number;
  /** The findings of this rule alone; `null`: all. */
  readonly rule: string | null;
}

/** The edit that mends a file; `undefined` when the file has changed since the action was offered. */
export function mended(
  { version, rule }: Mending,
  open: OpenDocument | null,
  { profile, performanceYear, rules: severities }: Settings,
  knowledge: Knowledge,
  client: ClientAbilities,
): WorkspaceEdit | undefined {
  if (open?.version !== version) return undefined;
  const options = { profile, raw: false, performanceYear, severities, leavesFixesUntried: true } as const;
  const before = open.document;
  const check = (text: string) =>
    checkDocument(openDocument(text, knowledge.catalogs, { ...options, before }), knowledge, options, before);
  const { text, lines } = before;
  const { edits } = fixAll(text, check, (finding) => rule === null || finding.rule === rule);
  return workspaceEdit(
    edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText })),
    open,
    client,
  );
}
