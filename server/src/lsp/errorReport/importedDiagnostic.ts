import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { ImportedError } from '../../errorReports/importReport.ts';
import type { Range } from '../../text/lineIndex.ts';

/** The name under which a report's errors stand in the Problems list. */
export const REPORT_SOURCE = 'CMS report';

/** An error of a report as the editor shows it: CMS's sentence, then ours on what it means and what to do. */
export function importedDiagnostic(imported: ImportedError, uri: string): Diagnostic {
  const { error, range, findings } = imported;
  const code = error.code ?? error.type;
  return {
    range,
    severity: error.isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    source: REPORT_SOURCE,
    ...(code !== null && { code }),
    message: sentences(imported).join('\n'),
    ...(findings.length > 0 && {
      relatedInformation: findings.map((finding) => ({
        location: { uri, range: finding.range },
        message: `QPP Lens (${finding.rule}): ${finding.message}`,
      })),
    }),
  };
}

function sentences({ error, explanation, notes }: ImportedError): string[] {
  const own = error.message || error.type || 'The report gives an error without a message.';
  if (!explanation) return [own, ...notes];
  const { cause, fix, caution } = explanation;
  return [own, `Cause: ${cause}`, `Fix: ${fix}`, ...(caution === null ? [] : [caution]), ...notes];
}

/** Where our own findings of the faults stand that imported errors tell: their fixes are fixes of those errors too. */
export function rangesOfSameFaults(shown: readonly Diagnostic[], uri: string): Range[] {
  return shown
    .filter(({ source }) => source === REPORT_SOURCE)
    .flatMap(({ relatedInformation = [] }) => relatedInformation)
    .filter(({ location }) => location.uri === uri)
    .map(({ location }) => location.range);
}
