import type { CheckedFile, CheckedFinding } from '../checkedFile.ts';
import type { FileReport } from '../fileReport.ts';
import type { Report } from './report.ts';

/** The form for tools: `{ files: FileReport[] }`, and `acrossFiles` where several files give findings together. */
export function jsonReport(): Report {
  let isFirst = true;
  return {
    start: () => '{\n  "files": [',
    file: (file) => {
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return `${separator}${indented(reportOf(file), '    ')}`;
    },
    end: (_summary, across) => {
      const told = across.map(({ path, findings }) => ({ path, findings: countedFindings(findings) }));
      const end = isFirst ? ']' : '\n  ]';
      const more = told.length === 0 ? '' : `,\n  "acrossFiles": ${indented(told, '  ').trimStart()}`;
      return `${end}${more}\n}\n`;
    },
  };
}

function reportOf({ path, format, performanceYear, participant, findings }: CheckedFile): FileReport {
  return { path, format, performanceYear, participant, findings: countedFindings(findings) };
}

function countedFindings(findings: readonly CheckedFinding[]) {
  return findings.filter(({ isAccepted }) => !isAccepted).map(({ finding }) => finding);
}

function indented(value: unknown, by: string): string {
  return by + JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
