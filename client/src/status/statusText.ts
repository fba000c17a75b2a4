import type { FileSummary } from '../../../server/src/lsp/protocol.ts';
import { entityName } from '../../../server/src/submission/entityName.ts';
import { counted } from '../participants/names.ts';

/** How many findings of each severity a file has; hints are none. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

/** The severities of VS Code's diagnostics. */
const ERROR = 0;
const WARNING = 1;
const INFORMATION = 2;

export function countFindings(diagnostics: readonly { readonly severity: number }[]): FindingCounts {
  const count = (wanted: number) => diagnostics.filter(({ severity }) => severity === wanted).length;
  return { errors: count(ERROR), warnings: count(WARNING), information: count(INFORMATION) };
}

/** `2025 · mips · Group 000777777 · 3 findings`, for the status bar. */
export function statusText(summary: FileSummary, findings: FindingCounts): string {
  const { errors, warnings, information } = findings;
  return [...parts(summary), counted(errors + warnings + information, 'finding')].join(' · ');
}

/** `QRDA III · 2025 · mips · Group 000777777`. */
export function summaryLabel(summary: FileSummary): string {
  return [summary.format === 'qrda3' ? 'QRDA III' : 'QPP JSON', ...parts(summary)].join(' · ');
}

/** `1 error, 2 warnings`, or `no findings`. */
export function findingsText({ errors, warnings, information }: FindingCounts): string {
  const told = [
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
    information > 0 ? `${information} information` : '',
  ];
  return told.filter(Boolean).join(', ') || 'no findings';
}

export function severityOf({ errors, warnings }: FindingCounts): 'error' | 'warning' | 'information' {
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : 'information';
}

function parts({ performanceYear, programs, participant }: FileSummary): string[] {
  const ids = [participant?.entityId, participant?.tin, participant?.npi].filter(Boolean).join(' / ');
  return [
    performanceYear === null ? 'year unknown' : String(performanceYear),
    programs.join(', '),
    participant ? `${entityName(participant.entityType)} ${ids}`.trim() : 'participant unknown',
  ].filter(Boolean);
}
