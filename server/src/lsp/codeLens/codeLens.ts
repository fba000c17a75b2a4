import type { CodeLens, Command } from 'vscode-languageserver';
import type { Knowledge } from '../../knowledge.ts';
import { programsOf } from '../../scoring/input/collect.ts';
import type { ScoreOptions } from '../../scoring/options.ts';
import { scoreSubmissions } from '../../scoring/score.ts';
import { extentOf } from '../extent.ts';
import type { OpenDocument } from '../openDocuments.ts';
import { type ShowScoreArgument, showScoreCommand } from '../protocol.ts';
import { type ScoreTitle, scoreTitles } from './scoreTitles.ts';

/** The scores of one version of a file. */
export interface LensTitles {
  readonly byOffset: ReadonlyMap<number, ScoreTitle>;
  /** Why a measure that has no score has none. */
  readonly otherwise: string;
}

const NO_PART =
  'It is no part of the score: no measure of the year, without a value that can be read, or reported again further down.';

/** Scores a file for its lenses; one that reports to several programs for each of them. */
export function lensTitles(
  { document }: OpenDocument,
  options: ScoreOptions,
  { catalogs, policies }: Knowledge,
): LensTitles {
  const byOffset = new Map<number, ScoreTitle>();
  if (document.format === null) return { byOffset, otherwise: NO_PART };
  const submissions = [document.submission];
  const programs: readonly (string | null)[] = programsOf(submissions);
  let otherwise = NO_PART;
  for (const programName of programs.length > 0 ? programs : [null]) {
    const breakdown = scoreSubmissions(submissions, { ...options, programName }, catalogs, policies);
    if (breakdown.status === 'notScorable') otherwise = breakdown.notes.join(' ');
    // What counts for every program is told as the first one has it.
    for (const [offset, title] of scoreTitles(breakdown))
      if (!byOffset.has(offset)) byOffset.set(offset, title);
  }
  return { byOffset, otherwise };
}

/**
 * A lens above each measure; the click shows the score panel there. They come with their titles: VS Code loses the
 * command of a lens that is resolved while newer ones arrive, and the score of a file costs little and is kept.
 */
export function codeLenses({ document, uri }: OpenDocument, titles: LensTitles): CodeLens[] {
  if (document.format === null) return [];
  return document.submission.measurementSets.flatMap(({ measurements }) =>
    measurements.map(({ span }) => {
      const { start } = extentOf(document, span.start) ?? span;
      const range = document.lines.rangeOf({ start, end: start });
      return { range, command: commandOf(uri, titles.byOffset.get(span.start), titles.otherwise) };
    }),
  );
}

function commandOf(uri: string, title: ScoreTitle | undefined, otherwise: string): Command {
  // An editor shows a command without a name as plain text.
  if (!title) return { title: 'not scored', tooltip: otherwise, command: '' };
  const { measureId, collectionType } = title;
  const argument: ShowScoreArgument = { uri, measureId, ...(collectionType !== null && { collectionType }) };
  return { title: title.title, tooltip: title.tooltip, command: showScoreCommand, arguments: [argument] };
}
