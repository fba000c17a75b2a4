import type { CheckedFile, CheckedFinding } from '../checkedFile.ts';
import type { Summary } from '../summary.ts';

/** Findings that several files give together, at a place in one of them. */
export interface AcrossFiles {
  readonly path: string;
  readonly findings: readonly CheckedFinding[];
}

/** A form of the report, written piece by piece: ten thousand files are never in memory at once. */
export interface Report {
  start(): string;
  file(file: CheckedFile): string;
  end(summary: Summary, across: readonly AcrossFiles[]): string;
}

/** What reports need to know of the run. */
export interface ReportSettings {
  readonly version: string;
  readonly hasColor: boolean;
  /** Columns of a line. */
  readonly width: number;
  /** Findings are compared with a baseline. */
  readonly hasBaseline: boolean;
}
