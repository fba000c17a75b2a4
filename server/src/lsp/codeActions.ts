import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../rules/finding.ts';
import type { Range } from '../text/lineIndex.ts';
import { toDiagnostic } from './diagnostics.ts';

/** The fixes of all findings that touch a range. */
export function codeActions(findings: readonly Finding[], range: Range, uri: string): CodeAction[] {
  return findings
    .filter((finding) => overlaps(finding.range, range))
    .flatMap((finding) =>
      (finding.fixes ?? []).map(({ title, edits }) => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding, uri)],
        edit: { changes: { [uri]: [...edits] } },
      })),
    );
}

function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
