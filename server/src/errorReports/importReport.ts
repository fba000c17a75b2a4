import type { QppDocument } from '../document/document.ts';
import type { Finding } from '../rules/finding.ts';
import type { Position, Range } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { ErrorReport, ReportedError } from './errorReport.ts';
import { errorsOfFile } from './fileOfError.ts';
import type { ExplainMessage, Explanation } from './knownMessages.ts';
import { type AnsweredPaths, placeOfError } from './locate.ts';

/** An error of a report, at its place in the file. */
export interface ImportedError {
  readonly error: ReportedError;
  /** Where to show it: at our own finding of the same fault when there is exactly one, for that marks the value. */
  readonly range: Range;
  /** `file`: it names no place. */
  readonly precision: 'exact' | 'ancestor' | 'file';
  /** What CMS's message means; `null` for a message that is not known. */
  readonly explanation: Explanation | null;
  /** Sentences on the place. */
  readonly notes: readonly string[];
  /** Our own findings of the same fault. */
  readonly findings: readonly Finding[];
}

/** A report, as far as it is about one file. */
export interface ImportedReport {
  readonly form: ErrorReport['form'];
  readonly errors: readonly ImportedError[];
  /** Sentences on what could not be read or is about other files. */
  readonly notes: readonly string[];
}

/** What the errors are laid upon. */
export interface ImportTarget {
  readonly document: QppDocument;
  /** To tell the errors of this file from those of others in the report; `null`: all are this file's. */
  readonly fileName: string | null;
  /** Our own findings in the document. */
  readonly findings: readonly Finding[];
}

/** Lays a report upon a file: each error at its place, with cause and fix where the message is known. */
export function importReport(
  report: ErrorReport,
  target: ImportTarget,
  answered: AnsweredPaths,
  explain: ExplainMessage,
): ImportedReport {
  const { errors, notes } = errorsOfFile(report.errors, target.fileName);
  return {
    form: report.form,
    errors: errors.map((error) => importError(error, target, answered, explain)),
    notes: [...report.unread, ...notes],
  };
}

function importError(
  error: ReportedError,
  { document, findings }: ImportTarget,
  answered: AnsweredPaths,
  explain: ExplainMessage,
): ImportedError {
  const place = placeOfError(error, document, answered);
  const explanation = explain(error);
  const extent = place && document.lines.rangeOf(place.extent);
  const same = findings.filter(
    (finding) => isSameFault(finding, error, explanation) && (!extent || holds(extent, finding.range.start)),
  );
  const [only] = same;
  const isMarked =
    only !== undefined && (place === null || (same.length === 1 && place.precision === 'exact'));
  return {
    error,
    range: isMarked ? only.range : document.lines.rangeOf(place?.span ?? wholeFile(document)),
    precision: place?.precision ?? 'file',
    explanation,
    notes: place === null ? [notePlaceless(same.length)] : place.note === null ? [] : [place.note],
    findings: same,
  };
}

function isSameFault(finding: Finding, { code }: ReportedError, explanation: Explanation | null): boolean {
  if (code !== null && finding.converterCode === code) return true;
  return explanation?.rules.includes(finding.rule) === true;
}

function notePlaceless(sameFaults: number): string {
  if (sameFaults === 0) return 'The report names no place in this file.';
  const where = sameFaults === 1 ? 'here' : `at ${sameFaults} places; this is the first`;
  return `The report names no place in this file; QPP Lens finds the same fault ${where}.`;
}

/** The root element's name or the opening bracket: an error about the whole file. */
function wholeFile(document: QppDocument): Span {
  const root = document.format === 'qpp-json' ? null : document.xml?.root;
  if (root) return { start: root.start + 1, end: root.nameEnd };
  const start = Math.max(document.text.search(/[^\s\ufeff]/), 0);
  return { start, end: Math.min(start + 1, document.text.length) };
}

function holds({ start, end }: Range, position: Position): boolean {
  return !isBefore(position, start) && isBefore(position, end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
