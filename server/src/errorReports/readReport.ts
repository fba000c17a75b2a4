import { looksLikeCsvReport, readCsvReport } from './csvReport.ts';
import type { ErrorReport } from './errorReport.ts';
import { readJsonReport } from './jsonReport.ts';
import { readSchematronReport } from './schematronReport.ts';
import { readTextReport } from './textReport.ts';

/** In UTF-16 units. A report of CMS's converter with its hundred errors is a fiftieth of it. */
export const LARGEST_REPORT = 20_000_000;

/** Reads an error report in whatever form it comes. Never throws; what could not be read is told in sentences. */
export function readErrorReport(text: string): ErrorReport {
  if (text.length > LARGEST_REPORT) {
    const unread = [`The report has ${text.length} characters; ${LARGEST_REPORT} are the limit.`];
    return { form: 'text', errors: [], unread };
  }
  const report = reader(text)(text);
  if (report.errors.length > 0 || report.unread.length > 0) return report;
  return { ...report, unread: ['No error was found in the report.'] };
}

function reader(text: string): (text: string) => ErrorReport {
  const first = /[^\s\ufeff]/.exec(text)?.[0];
  if (first === '{' || first === '[') return readJsonReport;
  if (first === '<') return looksLikeSchematron(text) ? readSchematronReport : readTextReport;
  return looksLikeCsvReport(text) ? readCsvReport : readTextReport;
}

function looksLikeSchematron(text: string): boolean {
  return /<(?:\w+:)?(?:schematron-output|failed-assert|successful-report)\b/.test(text);
}
