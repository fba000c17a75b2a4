import type { CodeLens } from 'vscode-languageserver';
import type { Knowledge } from '../../knowledge.ts';
import { programsOf } from '../../scoring/input/collect.ts';
import type { ScoreOptions } from '../../scoring/options.ts';
import { scoreSubmissions } from '../../scoring/score.ts';
import { extentOf } from '../extent.ts';
import type { OpenDocument } from '../openDocuments.ts';
import { type ShowScoreArgument, showScoreCommand } from '../protocol.ts';
import { type ScoreTitle, scoreTitles } from './scoreTitles.ts';

/** What a lens keeps until it comes into sight and is resolved. */
export interface LensData {
  readonly uri: string;
  /** Start of the measurement's place. */
  readonly offset: number;
}

/** A lens above each measure, still without a title: where they stand is known without any score. */
export function codeLenses({ document, uri }: OpenDocument): CodeLens[] {
  if (document.format === null) return [];
  return document.submission.measurementSets.flatMap(({ measurements }) =>
    measurements.map(({ span }) => {
      const { start } = extentOf(document, span.start) ?? span;
      const data: LensData = { uri, offset: span.start };
      return { range: document.lines.rangeOf({ start, end: start }), data };
    }),
  );
}

/** The scores of one version of a file, by place. */
export type LensTitles = ReadonlyMap<number, ScoreTitle>;

/** Scores a file for its lenses; one that reports to several programs for each of them. */
export function lensTitles(
  { document }: OpenDocument,
  options: ScoreOptions,
  { catalogs, policies }: Knowledge,
): LensTitles {
  if (document.format === null) return new Map();
  const submissions = [document.submission];
  const programs: readonly (string | null)[] = programsOf(submissions);
  const titles = new Map<number, ScoreTitle>();
  for (const programName of programs.length > 0 ? programs : [null]) {
    const breakdown = scoreSubmissions(submissions, { ...options, programName }, catalogs, policies);
    // What counts for every program is told as the first one has it.
    for (const [offset, title] of scoreTitles(breakdown)) if (!titles.has(offset)) titles.set(offset, title);
  }
  return titles;
}

/** A lens with its title; the click shows the score panel at the measure. */
export function resolveLens(lens: CodeLens, { uri, offset }: LensData, titles: LensTitles): CodeLens {
  const found = titles.get(offset);
  // An editor shows a command without a name as plain text.
  if (!found) return { ...lens, command: { title: 'not scored', command: '' } };
  const { title, tooltip, measureId, collectionType } = found;
  const argument: ShowScoreArgument = { uri, measureId, ...(collectionType !== null && { collectionType }) };
  return { ...lens, command: { title, tooltip, command: showScoreCommand, arguments: [argument] } };
}
