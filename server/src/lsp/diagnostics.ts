import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { attribution } from '../rules/attribution.ts';
import type { Finding, Severity } from '../rules/finding.ts';

/** The name under which findings stand in the Problems list. */
export const DIAGNOSTIC_SOURCE = 'QPP Lens';

export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * A finding as the editor shows it. Layer, CONF ids and CMS's error code stand behind the sentence.
 * @param rulePages URI of the folder with a page for each rule; the finding's code leads there
 */
export function toDiagnostic(finding: Finding, uri: string, rulePages: string | null = null): Diagnostic {
  const related = finding.related?.map<DiagnosticRelatedInformation>(({ path, range, message }) => ({
    location: { uri: path ?? uri, range },
    message,
  }));
  return {
    range: finding.range,
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.rule,
    ...(rulePages && { codeDescription: { href: `${rulePages}/${finding.rule}.md` } }),
    message: `${finding.message} [${attribution(finding)}]`,
    ...(related && { relatedInformation: related }),
  };
}
