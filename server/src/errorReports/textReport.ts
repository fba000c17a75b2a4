import { type ErrorReport, LISTED_ERRORS, PLAIN_ERROR, type ReportedError } from './errorReport.ts';
import { withoutTail } from './messageTail.ts';

/** What one line of a text tells. */
interface ReadLine {
  readonly error: ReportedError;
  /** It names a place or begins as CMS's messages do; otherwise it goes on with what stands before. */
  readonly isOwnError: boolean;
}

/**
 * Reads an error report that is plain text: a message copied from a page, a mail or a log. Lines that name a place
 * (`line 1, column 162942`, `file.xml:12:5`, an XPath, a JSON path) or begin with CMS's `CT -` or `SV -` are errors; a
 * line without any goes on with the error before it.
 */
export function readTextReport(text: string): ErrorReport {
  const errors: ReportedError[] = [];
  let passed = 0;
  for (const paragraph of text.split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/)) {
    const read = readParagraph(paragraph.split(/\r\n?|\n/).map((line) => line.trim()));
    errors.push(...read.errors);
    passed += read.passed;
  }
  const unread = passed > 0 ? [`${passed} ${passed === 1 ? 'line names' : 'lines name'} no error.`] : [];
  if (errors.length > LISTED_ERRORS) {
    unread.push(`The report lists ${errors.length} errors; the first ${LISTED_ERRORS} are shown.`);
  }
  return { form: 'text', errors: errors.slice(0, LISTED_ERRORS), unread };
}

/** What stands further along a line is not read: no message is that long, and expressions for places recurse. */
const LONGEST_LINE = 20_000;

/** Lines before the first error are its words when it has none itself. */
function readParagraph(lines: readonly string[]): {
  readonly errors: ReportedError[];
  readonly passed: number;
} {
  const errors: ReportedError[] = [];
  const before: string[] = [];
  for (const line of lines.filter((each) => each !== '').map((each) => each.slice(0, LONGEST_LINE))) {
    const read = readLine(line);
    const last = errors.at(-1);
    if (last && goesOn(last, read)) errors[errors.length - 1] = joined(last, read.error);
    else if (!read.isOwnError) before.push(line);
    else if (before.length > 0 && isOnlyPlace(read.error)) {
      errors.push({ ...read.error, message: before.splice(0).join(' ') });
    } else errors.push(read.error);
  }
  return { errors, passed: before.length };
}

const LINE =
  /\bline(?:\s*number)?\s*[:=#]?\s*(\d{1,9})(?:[\s,;:]*(?:and\s+|at\s+)?col(?:umn)?(?:\s*number)?\.?\s*[:=#]?\s*(\d{1,9}))?/i;
const FILE_LINE = /(?:^|\s)((?:[A-Za-z]:)?[^\s:'"]+\.(?:xml|json|txt)):(\d{1,9})(?::(\d{1,9}))?/i;
const XPATH = /(?:^|[\s:"'(])((?:\/(?:Q\{[^}\s]*\})?@?[\p{L}\p{N}*:._-]+(?:\[[^\]]*\])*)+)/u;
const JSON_PATH = /(?:\$|\bSubmission)?\.?\bmeasurements?Sets(?:\[\d+\])?[\w.[\]]*/;
const CODE = /\b(?:error\s*)?code\s*[:=#]?\s*(\d{1,4})\b/i;
const CMS_PREFIX = /^\W{0,4}(?:\d{1,4}\s*[-:|)]\s*)?(?:CT|SV)\s+-\s/;

function readLine(line: string): ReadLine {
  const [, lineNumber, column] = LINE.exec(line) ?? [];
  const [, file, fileLine, fileColumn] = FILE_LINE.exec(line) ?? [];
  const path = XPATH.exec(line)?.[1] ?? JSON_PATH.exec(line)?.[0] ?? null;
  const [, code] = CODE.exec(line) ?? [];
  const tail = withoutTail(line);
  const hasPrefix = CMS_PREFIX.test(line);
  const error: ReportedError = {
    ...PLAIN_ERROR,
    message: hasPrefix ? tail.message : line,
    code: code === undefined ? null : Number(code),
    path: path?.replace(/[.,;:)]+$/, '') ?? null,
    line: numberOf(lineNumber ?? fileLine) ?? (hasPrefix ? tail.line : null),
    column: numberOf(lineNumber === undefined ? fileColumn : column),
    file: file ?? null,
    isWarning: /^\W*warning\b/i.test(line),
  };
  return {
    error,
    isOwnError: hasPrefix || error.line !== null || error.path !== null || error.code !== null,
  };
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

/** A line that only completes the error before it: more words, or the place that is still missing. */
function goesOn(last: ReportedError, { error, isOwnError }: ReadLine): boolean {
  if (!isOwnError) return true;
  if (CMS_PREFIX.test(error.message)) return false;
  const addsNothingTwice =
    (last.line === null || error.line === null) &&
    (last.path === null || error.path === null) &&
    (last.code === null || error.code === null);
  return addsNothingTwice && isOnlyPlace(error);
}

/** Nothing much is left of the line besides the place it names. */
function isOnlyPlace({ message, path }: ReportedError): boolean {
  const rest = message
    .replace(path ?? '', '')
    .replace(LINE, '')
    .replace(FILE_LINE, '')
    .replace(CODE, '')
    .replace(/\b(?:at|in|location|path|xpath|position)\b/gi, '');
  return (rest.match(/\p{L}{2,}/gu) ?? []).length === 0;
}

function joined(last: ReportedError, next: ReportedError): ReportedError {
  const isPlace = next.line !== null || next.path !== null || next.code !== null;
  return {
    ...last,
    message: isPlace ? last.message : `${last.message} ${next.message}`,
    code: last.code ?? next.code,
    path: last.path ?? next.path,
    line: last.line ?? next.line,
    column: last.column ?? next.column,
    file: last.file ?? next.file,
  };
}
