import { type PathPart, parseJsonPath } from '../json/path.ts';
import type { ReportedError } from './errorReport.ts';

/** A place as an error names it, the surest of those it names first. */
export type ReportLocation =
  | { readonly kind: 'xpath'; readonly path: string }
  | { readonly kind: 'json'; readonly parts: readonly PathPart[] }
  | { readonly kind: 'position'; readonly line: number; readonly column: number | null };

/** A JSON path within a sentence of the submission API. */
const SAID_PATH = /\b(?:Submission\.)?(measurements?Sets\[\d+\][\w.[\]]*)/;

/**
 * The places that an error names: its path, then line and column, which an edit above has moved sooner, then what its
 * sentence says.
 */
export function locationsOf({ path, line, column, message }: ReportedError): ReportLocation[] {
  const locations: ReportLocation[] = [];
  const written = path === null ? null : readPath(path);
  if (written) locations.push(written);
  if (line !== null) locations.push({ kind: 'position', line, column });
  const [, said] = SAID_PATH.exec(message) ?? [];
  const parts = said === undefined ? null : parseJsonPath(said);
  if (locations.length === 0 && parts) locations.push({ kind: 'json', parts });
  return locations;
}

/** Reads what a person types or a report has for a path: an XPath, a JSON path, or `line 12, column 5`. */
export function readPath(written: string): ReportLocation | null {
  const path = written.trim();
  if (path === '') return null;
  const [, line, column] = POSITION.exec(path) ?? [];
  if (line !== undefined) {
    return { kind: 'position', line: Number(line), column: column === undefined ? null : Number(column) };
  }
  const parts = LOOKS_LIKE_JSON.test(path) ? parseJsonPath(path) : null;
  return parts ? { kind: 'json', parts } : { kind: 'xpath', path };
}

const POSITION = /^(?:line\s*)?(\d{1,9})(?:\s*[,:;\s]\s*(?:col(?:umn)?\s*)?(\d{1,9}))?$/i;

/** `$`, a dot between names, or an index from 0; a single name is an XPath in an XML file, which the caller knows. */
const LOOKS_LIKE_JSON =
  /^(?:\$|Submission[.[])|^[A-Za-z_][\w$-]*(?:\[\d+\])?\.[A-Za-z_]|^measurements?Sets\b/;
