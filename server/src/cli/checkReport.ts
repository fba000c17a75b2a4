import { createColors } from 'picocolors';
import type { QppDocument } from '../document/document.ts';
import { attribution } from '../rules/attribution.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { type Participant, participantOf } from '../submission/participant.ts';
import type { SubmissionFormat } from '../submission/submission.ts';

/** What `check` says of one file: the JSON form's contract. Ranges are zero-based. */
export interface FileReport {
  readonly path: string;
  readonly format: SubmissionFormat | null;
  readonly performanceYear: number | null;
  readonly participant: Participant | null;
  readonly findings: readonly Finding[];
}

/** What `check` tells of one file. */
export function fileReport(path: string, document: QppDocument, findings: readonly Finding[]): FileReport {
  const isSubmission = document.format !== null;
  return {
    path,
    format: document.format,
    performanceYear: isSubmission ? document.performanceYear : null,
    participant: isSubmission ? participantOf(document.submission) : null,
    findings,
  };
}

/** The form for tools. */
export function renderJson(reports: readonly FileReport[]): string {
  return JSON.stringify({ files: reports }, null, 2);
}

/** The form for people: a line per finding, counted lines and columns, a summary at the end. */
export function renderPretty(reports: readonly FileReport[], color: boolean): string {
  const colors = createColors(color);
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.blue,
    hint: colors.dim,
  };
  const lines: string[] = [];
  for (const report of reports) {
    lines.push(`${colors.bold(report.path)}  ${colors.dim(summaryOf(report))}`);
    for (const finding of report.findings) {
      const { line, character } = finding.range.start;
      lines.push(
        `  ${line + 1}:${character + 1}  ${paint[finding.severity](finding.severity)}  ${finding.message}`,
      );
      lines.push(colors.dim(`      ${finding.rule} · ${attribution(finding)}`));
    }
    lines.push('');
  }
  lines.push(total(reports));
  return lines.join('\n');
}

function summaryOf({ format, performanceYear, participant }: FileReport): string {
  if (format === null) return 'neither QRDA III nor QPP JSON';
  const kind = format === 'qrda3' ? 'QRDA III' : 'QPP JSON';
  const ids = participant && [
    participant.entityType,
    participant.entityId,
    participant.tin && `TIN ${participant.tin}`,
    participant.npi && `NPI ${participant.npi}`,
  ];
  return [kind, performanceYear ?? 'year unknown', ids?.filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(' · ');
}

function total(reports: readonly FileReport[]): string {
  const count = (severity: Severity) =>
    reports.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
  const parts = (['error', 'warning', 'information', 'hint'] as const).map(
    (severity) => [severity, count(severity)] as const,
  );
  const told = parts
    .filter(([severity, number]) => number > 0 || severity === 'error')
    .map(([severity, number]) => `${number} ${plural(severity, number)}`);
  return `${told.join(', ')} in ${reports.length} ${plural('file', reports.length)}`;
}

function plural(word: string, count: number): string {
  return count === 1 || word === 'information' ? word : `${word}s`;
}
