import type { QppDocument } from '../../document/document.ts';
import type { Finding } from '../../rules/finding.ts';
import { type Participant, participantOf } from '../../submission/participant.ts';
import type { SubmissionFormat } from '../../submission/submission.ts';

/** What `check` says of one file: the JSON form's contract. Ranges are zero-based. */
export interface FileReport {
  readonly path: string;
  /** `null` for a file that is neither. */
  readonly format: SubmissionFormat | null;
  /** The year the file was written for; `null` where it does not tell. */
  readonly performanceYear: number | null;
  readonly participant: Participant | null;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
}

/** What `check` tells of one file. */
export function fileReport(path: string, document: QppDocument, findings: readonly Finding[]): FileReport {
  const isSubmission = document.format !== null;
  return {
    path,
    format: document.format,
    performanceYear: isSubmission ? document.performanceYear : null,
    participant: isSubmission ? participantOf(document.submission) : null,
    findings,
  };
}
