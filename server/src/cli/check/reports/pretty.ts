import { createColors } from 'picocolors';
import { attribution } from '../../../rules/attribution.ts';
import type { Severity } from '../../../rules/finding.ts';
import type { CheckedFile, CheckedFinding } from '../checkedFile.ts';
import { summaryText } from '../summary.ts';
import { codeFrame, printable } from './codeFrame.ts';
import type { Report, ReportSettings } from './report.ts';

type Colors = ReturnType<typeof createColors>;

/**
 * The form for people: the findings of each file with the line they are about, lines and columns counted from 1, and
 * a summary. Files that nobody named are told only when there is something to say of them.
 */
export function prettyReport({ hasColor, width }: ReportSettings): Report {
  const colors = createColors(hasColor);
  const lines = (findings: readonly CheckedFinding[]) =>
    findings
      .filter(({ isAccepted }) => !isAccepted)
      .flatMap((finding) => findingLines(finding, colors, width));
  return {
    start: () => '',
    file: (file) => {
      const told = lines(file.findings);
      if (told.length === 0 && !file.isNamed) return '';
      const head = `${colors.bold(printable(file.path))}  ${colors.dim(subject(file))}`;
      return `${[head, ...told, ''].join('\n')}\n`;
    },
    end: (summary, across) => {
      const told = across.flatMap(({ path, findings }) => {
        const inFile = lines(findings);
        return inFile.length === 0
          ? []
          : [`${colors.bold(printable(path))}  ${colors.dim('together with other files')}`, ...inFile, ''];
      });
      return `${[...told, summaryText(summary)].join('\n')}\n`;
    },
  };
}

function findingLines({ finding, excerpt }: CheckedFinding, colors: Colors, width: number): string[] {
  const { start } = finding.range;
  const paint = painter(finding.severity, colors);
  const frame = excerpt && excerpt.text !== '' ? codeFrame(excerpt, finding.range, width - 4) : null;
  return [
    `  ${start.line + 1}:${start.character + 1}  ${paint(finding.severity)}  ${printable(finding.message)}`,
    colors.dim(`      ${finding.rule} · ${printable(attribution(finding))}`),
    ...(frame ? [`    ${frame.code}`, `    ${paint(frame.marks)}`] : []),
    ...(finding.related ?? []).map(({ path, range, message }) =>
      colors.dim(
        `      see ${path === undefined ? '' : `${printable(path)}:`}${range.start.line + 1}:${range.start.character + 1}: ${printable(message)}`,
      ),
    ),
  ];
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.blue,
    hint: colors.dim,
  };
  return paint[severity];
}

function subject({ format, performanceYear, participant }: CheckedFile): string {
  if (format === null) return 'neither QRDA III nor QPP JSON';
  const kind = format === 'qrda3' ? 'QRDA III' : 'QPP JSON';
  const ids = participant && [
    participant.entityType,
    participant.entityId,
    participant.tin && `TIN ${participant.tin}`,
    participant.npi && `NPI ${participant.npi}`,
  ];
  const parts = [kind, performanceYear ?? 'year unknown', ids?.filter(Boolean).join(' ')];
  return printable(parts.filter(Boolean).join(' · '));
}
