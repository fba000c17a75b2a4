import { readCsvRows } from './csvRows.ts';
import {
  countingNumber,
  type ErrorReport,
  LISTED_ERRORS,
  PLAIN_ERROR,
  type ReportedError,
  saidText,
} from './errorReport.ts';
import { withoutTail } from './messageTail.ts';

type Column = 'message' | 'file' | 'code' | 'path' | 'line' | 'column' | 'status';

/** Header names as seen and as likely: the site has changed them, and cuts some off. Tried in this order. */
const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ['code', /\bcode\b|^error ?(?:no|number|id)\b/i],
  ['line', /\bline\b|\brow\b/i],
  ['column', /^col(?:umn)?\b/i],
  ['path', /x?path\b|location|element/i],
  ['status', /status|result/i],
  ['file', /\bfile|source/i],
  ['message', /message|error|description|detail|reason|issue/i],
];

/** Whether the first row of a text names the columns of an error report. */
export function looksLikeCsvReport(text: string): boolean {
  const [head] = readCsvRows(text.slice(0, 4000));
  return head !== undefined && head.length > 1 && columnsOf(head).has('message');
}

/** Reads the report that the QPP site offers as a download, whatever its columns are called. */
export function readCsvReport(text: string): ErrorReport {
  const [head = [], ...rows] = readCsvRows(text);
  const columns = columnsOf(head);
  const errors: ReportedError[] = [];
  let mute = 0;
  for (const row of rows) {
    const found = readRow(row, columns);
    errors.push(...found);
    if (found.length === 0 && !isSuccess(row, columns)) mute++;
  }
  const unread = mute > 0 ? [`${mute} of ${rows.length} rows have no message.`] : [];
  if (errors.length > LISTED_ERRORS) {
    unread.push(`The report lists ${errors.length} errors; the first ${LISTED_ERRORS} are shown.`);
  }
  return { form: 'csv', errors: errors.slice(0, LISTED_ERRORS), unread };
}

function columnsOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, name] of head.entries()) {
    const column = HEADERS.find(([candidate, pattern]) => pattern.test(name) && !columns.has(candidate))?.[0];
    if (column) columns.set(column, at);
  }
  return columns;
}

/** A cell may hold the messages of a whole file, one a line. */
function readRow(row: readonly string[], columns: ReadonlyMap<Column, number>): ReportedError[] {
  const cell = (column: Column): string | null => saidText(row[columns.get(column) ?? -1]);
  const messages = (cell('message') ?? '')
    .split(/\s*[\r\n]+\s*(?=(?:CT|SV)\s*-)/)
    .filter((each) => each !== '');
  return messages.map((written) => {
    const { message, line } = withoutTail(written);
    return {
      ...PLAIN_ERROR,
      message,
      code: countingNumber(cell('code')),
      path: cell('path'),
      line: countingNumber(cell('line')) ?? line,
      column: countingNumber(cell('column')),
      file: cell('file'),
      isWarning: /warning/i.test(cell('status') ?? ''),
    };
  });
}

function isSuccess(row: readonly string[], columns: ReadonlyMap<Column, number>): boolean {
  return /success|accepted|complete/i.test(row[columns.get('status') ?? -1] ?? '');
}
