import type { Diagnostic } from 'vscode-languageserver';
import type { CheckResult } from '../../xpathChecks/checkResults.ts';
import { DIAGNOSTIC_SOURCE, SEVERITIES } from '../diagnostics.ts';

/** A failed check of a team as the editor shows it; it has no page of documentation. */
export function teamDiagnostic({ check, severity, message, range }: CheckResult): Diagnostic {
  return {
    range,
    severity: SEVERITIES[severity],
    source: DIAGNOSTIC_SOURCE,
    code: check,
    message: `${message} [team check]`,
  };
}
