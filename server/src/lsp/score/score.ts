import type { Knowledge } from '../../knowledge.ts';
import { programsOf } from '../../scoring/input/collect.ts';
import type { ScoreOptions } from '../../scoring/options.ts';
import { scoreSubmissions } from '../../scoring/score.ts';
import type { OpenDocument } from '../openDocuments.ts';
import type { ScoreResult } from '../protocol.ts';
import { placesOf } from './places.ts';
import { remarksOf } from './remarks.ts';

/**
 * Scores files together, as those of one participant: each row of the breakdown with its place in the texts and the
 * findings there. `null` stands for a file that is not there; such files and those that are no submission are passed
 * over. `null` when no file is left.
 */
export function score(
  files: readonly (OpenDocument | null)[],
  options: ScoreOptions,
  { catalogs, policies }: Knowledge,
): ScoreResult | null {
  const scored = files.flatMap((open, file) =>
    open && open.document.format !== null ? [{ ...open, file, submission: open.document.submission }] : [],
  );
  if (scored.length === 0) return null;
  const submissions = scored.map(({ submission }) => submission);
  const breakdown = scoreSubmissions(submissions, options, catalogs, policies);
  const unchanged =
    options.whatIf.length === 0
      ? null
      : scoreSubmissions(submissions, { ...options, whatIf: [] }, catalogs, policies);
  const places = placesOf(breakdown, scored);
  return {
    breakdown,
    unchanged,
    programs: programsOf(submissions),
    versions: files.map((open) => open?.version ?? null),
    places,
    remarks: remarksOf(places, scored),
  };
}
