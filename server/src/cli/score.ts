import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import { DEFAULT_OPTIONS } from '../scoring/options.ts';
import { scoreParticipants } from '../scoring/score.ts';
import type { Submission } from '../submission/submission.ts';
import type { ScoreArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { findFiles, readInput } from './inputFiles.ts';
import { renderScore } from './scoreReport.ts';
import type { Terminal } from './terminal.ts';

/**
 * `score`: prints the breakdown of the files, those of one participant, year and program together. As JSON one breakdown
 * is an object, several are a list. @returns exit code 0
 */
export function score(options: ScoreArguments, knowledge: Knowledge, terminal: Terminal): number {
  const { catalogs, policies } = knowledge;
  const { smallPractice, specialStatus, apmParticipant, whatIf, performanceYear } = options;
  const stated = {
    ...DEFAULT_OPTIONS,
    smallPractice,
    specialStatus,
    apmParticipant,
    whatIf,
    performanceYear,
  };
  const submissions = findFiles(options.paths).map((path) => readSubmission(path, options, knowledge));
  const breakdowns = scoreParticipants(submissions, stated, catalogs, policies);
  if (options.format === 'json') {
    terminal.out(JSON.stringify(breakdowns.length === 1 ? breakdowns[0] : breakdowns, null, 2));
  } else {
    terminal.out(
      breakdowns.map((breakdown) => renderScore(breakdown, { color: terminal.hasColor })).join('\n\n'),
    );
  }
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
