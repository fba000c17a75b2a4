import { openDocument } from '../document/openDocument.ts';
import type { Knowledge } from '../knowledge.ts';
import { DEFAULT_OPTIONS } from '../scoring/options.ts';
import { scoreParticipants } from '../scoring/score.ts';
import { parseWhatIf, type WhatIf } from '../scoring/whatIf.ts';
import type { Submission } from '../submission/submission.ts';
import { command } from './command.ts';
import { type FoundFile, findFiles, readInput } from './inputFiles.ts';
import { choice, flag, list, measuresDataOption, yearOption } from './options.ts';
import { renderScore } from './scoreReport.ts';
import { UsageError } from './usageError.ts';

/**
 * `score`: prints the breakdown of the files, those of one participant, year and program together. As JSON one breakdown
 * is an object, several are a list. Exit code 0.
 */
export const score = command({
  name: 'score',
  operands: 'PATH...',
  title: 'shows the points of each measure, several files of one participant together',
  description: '--what-if scores a changed value: 236=75/100, PI_HIE_5=yes, or 130=none to leave one out.',
  options: {
    format: choice(['pretty', 'json'], 'For people or for tools.'),
    year: yearOption,
    'small-practice': flag('Score as a small practice (15 clinicians or fewer).'),
    'special-status': flag('Score with a special status, such as rural or non-patient facing.'),
    'apm-participant': flag('Score as a participant in an Alternative Payment Model.'),
    'what-if': list('ID=VALUE', 'Score this value instead of what the files say.', whatIfOf),
    'measures-data': measuresDataOption,
  },
  run: (options, operands, { terminal, knowledge }) => {
    const known = knowledge(options['measures-data']);
    const stated = {
      ...DEFAULT_OPTIONS,
      smallPractice: options['small-practice'],
      specialStatus: options['special-status'],
      apmParticipant: options['apm-participant'],
      whatIf: options['what-if'],
      performanceYear: options.year,
    };
    const submissions = findFiles(operands).flatMap((file) => readSubmission(file, options.year, known));
    const breakdowns = scoreParticipants(submissions, stated, known.catalogs, known.policies);
    if (options.format === 'json') {
      terminal.out(JSON.stringify(breakdowns.length === 1 ? breakdowns[0] : breakdowns, null, 2));
    } else {
      terminal.out(
        breakdowns.map((breakdown) => renderScore(breakdown, { color: terminal.hasColor })).join('\n\n'),
      );
    }
    return 0;
  },
});

function whatIfOf(text: string, name: string): WhatIf {
  const whatIf = parseWhatIf(text);
  if (!whatIf)
    throw new UsageError(`${name} is written PI_EP_1=90/100, IA_PM_2=yes or 236=none, not "${text}".`);
  return whatIf;
}

/** None where the file is no submission and nobody named it. */
function readSubmission(
  { path, isNamed }: FoundFile,
  performanceYear: number | null,
  { catalogs }: Knowledge,
): Submission[] {
  const { text, encodingFault } = readInput(path);
  const document = openDocument(text, catalogs, { performanceYear, encodingFault });
  if (document.format !== null) return [document.submission];
  if (isNamed) throw new UsageError(`"${path}" is neither QRDA III nor QPP JSON.`);
  return [];
}
