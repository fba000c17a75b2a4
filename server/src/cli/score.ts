import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import { DEFAULT_OPTIONS } from '../scoring/options.ts';
import { scoreSubmissions } from '../scoring/score.ts';
import type { Submission } from '../submission/submission.ts';
import type { ScoreArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { findFiles, readInput } from './inputFiles.ts';
import { renderScore } from './scoreReport.ts';
import type { Terminal } from './terminal.ts';

/** `score`: prints the breakdown of the files of one participant. @returns exit code 0 */
export function score(options: ScoreArguments, knowledge: Knowledge, terminal: Terminal): number {
  const { catalogs, policies } = knowledge;
  const submissions = findFiles(options.paths).map((path) => readSubmission(path, options, knowledge));
  const { smallPractice, specialStatus, apmParticipant } = options;
  const breakdown = scoreSubmissions(
    submissions,
    { ...DEFAULT_OPTIONS, smallPractice, specialStatus, apmParticipant },
    catalogs,
    policies,
  );
  terminal.out(
    options.format === 'json'
      ? JSON.stringify(breakdown, null, 2)
      : renderScore(breakdown, { color: terminal.hasColor }),
  );
  return 0;
}

function readSubmission(
  path: string,
  { performanceYear }: ScoreArguments,
  { catalogs }: Knowledge,
): Submission {
  const { text, encodingFault } = readInput(path);
  const document = openDocument(text, catalogs, { performanceYear, encodingFault });
  if (document.format === null) throw new UsageError(`"${path}" is neither QRDA III nor QPP JSON.`);
  return document.submission;
}
