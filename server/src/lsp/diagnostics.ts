import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding, Severity } from '../rules/finding.ts';

/** The name under which findings stand in the Problems list. */
export const DIAGNOSTIC_SOURCE = 'QPP Lens';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What each layer means to someone who reads the Problems list. */
const LAYER_LABELS: Readonly<Record<Finding['layer'], string>> = {
  syntax: 'syntax',
  schema: 'CDA schema',
  guide: 'implementation guide',
  upload: 'CMS upload',
  score: 'score',
};

/** A finding as the editor shows it. Layer, CONF ids and CMS's error code stand behind the sentence. */
export function toDiagnostic(finding: Finding, uri: string): Diagnostic {
  const related = finding.related?.map<DiagnosticRelatedInformation>(({ range, message }) => ({
    location: { uri, range },
    message,
  }));
  return {
    range: finding.range,
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.rule,
    message: `${finding.message} [${attribution(finding)}]`,
    ...(related && { relatedInformation: related }),
  };
}

/** `CMS upload, error 6` or `implementation guide, CONF CMS_82`. */
export function attribution({ layer, conf, converterCode }: Finding): string {
  const parts = [LAYER_LABELS[layer]];
  if (converterCode !== undefined) parts.push(`CMS error ${converterCode}`);
  if (conf.length > 0) parts.push(`CONF ${conf.join(', ')}`);
  return parts.join(', ');
}
