import type { Severity } from '../../rules/finding.ts';
import type { CheckedFinding } from './checkedFile.ts';

/** A run in figures. */
export interface Summary {
  /** Files that were checked. */
  readonly files: number;
  /** Files found in folders that are neither QRDA III nor QPP JSON. */
  readonly skipped: number;
  /** Files that could not be read. */
  readonly unreadable: number;
  /** Findings that count. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that the baseline accepts, which count nowhere else. */
  readonly accepted: number;
}

export const EMPTY_SUMMARY: Summary = {
  files: 0,
  skipped: 0,
  unreadable: 0,
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
  accepted: 0,
};

/** The summary with these findings too. */
export function withFindings(summary: Summary, findings: readonly CheckedFinding[]): Summary {
  const counts = { ...summary.findings };
  let { accepted } = summary;
  for (const { finding, isAccepted } of findings) {
    if (isAccepted) accepted++;
    else counts[finding.severity]++;
  }
  return { ...summary, findings: counts, accepted };
}

/** The summary as a line: `2 errors, 1 warning in 3 files; 4 findings accepted by the baseline`. */
export function summaryText({ files, skipped, unreadable, findings, accepted }: Summary): string {
  const told = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => findings[severity] > 0 || severity === 'error')
    .map((severity) => counted(findings[severity], severity));
  const more = [
    accepted > 0 && `${counted(accepted, 'finding')} accepted by the baseline`,
    skipped > 0 && `${counted(skipped, 'other file')} skipped`,
    unreadable > 0 && `${counted(unreadable, 'file')} could not be read`,
  ];
  return [`${told.join(', ')} in ${counted(files, 'file')}`, ...more.filter(Boolean)].join('; ');
}

function counted(count: number, word: string): string {
  return `${count} ${count === 1 || word === 'information' ? word : `${word}s`}`;
}
