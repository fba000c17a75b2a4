import type { QppDocument } from '../../document/document.ts';
import { participantOf } from '../../submission/participant.ts';
import type { FileSummary } from '../protocol.ts';

/** What a file is, in a few words; `null` for one that is no submission. */
export function fileSummary(document: QppDocument): FileSummary | null {
  if (document.format === null) return null;
  const { format, performanceYear, submission } = document;
  const programs = submission.measurementSets.map(({ programName }) => programName?.value ?? 'mips');
  return {
    format,
    performanceYear,
    programs: [...new Set(programs)],
    participant: participantOf(submission),
  };
}
