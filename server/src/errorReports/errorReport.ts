/** How a report is written. */
export type ReportForm = 'converter-json' | 'api-json' | 'csv' | 'schematron' | 'text';

/** One error as a report tells it. */
export interface ReportedError {
  /** As written; may be empty where the report names a kind of error only. */
  readonly message: string;
  /** The `errorCode` of CMS's converter. */
  readonly code: number | null;
  /** The submission API's name for the kind of error: `ValidationError`. */
  readonly type: string | null;
  /** XPath or JSON path. */
  readonly path: string | null;
  /** Counted from 1. */
  readonly line: number | null;
  /** Counted from 1. */
  readonly column: number | null;
  /** The file that it is about, as far as the report names it. */
  readonly file: string | null;
  readonly isWarning: boolean;
}

/** A report as far as it could be read. */
export interface ErrorReport {
  readonly form: ReportForm;
  readonly errors: readonly ReportedError[];
  /** Sentences on what could not be read. */
  readonly unread: readonly string[];
}

/** An error without any particulars, to be completed. */
export const PLAIN_ERROR: ReportedError = {
  message: '',
  code: null,
  type: null,
  path: null,
  line: null,
  column: null,
  file: null,
  isWarning: false,
};

/** The converter lists a hundred errors; a report of many files may have more, but nobody reads this many. */
export const LISTED_ERRORS = 5000;

/** A positive whole number, also one written as text; `null` for anything else. */
export function countingNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** Text that says something; `null` for anything else. */
export function saidText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' && value.trim() !== 'null' ? value.trim() : null;
}
