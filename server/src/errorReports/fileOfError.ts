import type { ReportedError } from './errorReport.ts';

/** The errors of a report that are about one file, and sentences on the others. */
export interface ErrorsOfFile {
  readonly errors: readonly ReportedError[];
  readonly notes: readonly string[];
}

/**
 * Takes the errors of one file out of a report of several. A report that names this file nowhere is taken whole: people
 * rename files, and then only they know which report belongs to which.
 */
export function errorsOfFile(errors: readonly ReportedError[], fileName: string | null): ErrorsOfFile {
  const named = [...new Set(errors.flatMap(({ file }) => file ?? []))];
  if (fileName === null || named.length === 0) return { errors, notes: [] };
  const isOurs = (file: string | null) => file === null || isSameFile(file, fileName);
  if (!named.some(isOurs)) {
    const files = named.length === 1 ? `"${named[0]}"` : `${named.length} other files`;
    return {
      errors,
      notes: [`The report is about ${files}; its errors are laid upon "${lastPart(fileName)}".`],
    };
  }
  const ours = errors.filter(({ file }) => isOurs(file));
  const others = errors.length - ours.length;
  const notes = others > 0 ? [`${others} errors of the report are about other files.`] : [];
  return { errors: ours, notes };
}

/** By their last part, without regard to capitals. The site's report cuts long names off with dots. */
function isSameFile(reported: string, fileName: string): boolean {
  const name = lastPart(reported).toLowerCase();
  const own = lastPart(fileName).toLowerCase();
  const [, beginning] = /^(.+?)(?:\.{3}|…)$/.exec(name) ?? [];
  return beginning === undefined ? name === own : own.startsWith(beginning);
}

function lastPart(path: string): string {
  return path.replace(/^.*[/\\]/, '');
}
