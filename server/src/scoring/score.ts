import type { Catalogs } from '../catalog/catalog.ts';
import { participantOf } from '../submission/participant.ts';
import type { Submission } from '../submission/submission.ts';
import type { ScoreBreakdown } from './breakdown.ts';
import { programRules, type ScoreContext } from './context.ts';
import { estimateScore } from './estimate/estimate.ts';
import { iaScore } from './ia/iaScore.ts';
import { applyWhatIf } from './input/applyWhatIf.ts';
import { collectInput, programsOf } from './input/collect.ts';
import { notScorable } from './notScorable.ts';
import type { ScoreOptions } from './options.ts';
import { participantKey } from './participant.ts';
import { piScore } from './pi/piScore.ts';
import type { Policies } from './policies.ts';
import { qualityScore } from './quality/qualityScore.ts';

/**
 * Scores the submissions of one participant, oldest first: of the same measure and collection type
 * the last one counts. Submissions of another participant or year than the first one's are left out
 * with a note. Rates and percents are 0-100. Years outside 2019 to 2026 are not scorable.
 */
export function scoreSubmissions(
  submissions: readonly Submission[],
  options: ScoreOptions,
  catalogs: Catalogs,
  policies: Policies,
): ScoreBreakdown {
  const [first] = submissions;
  if (first === undefined) return notScorable(null, 'There is no submission to score.');
  const key = participantKey(first);
  // The places of those left out are kept, so that origins still count from the first.
  const together = submissions.map((submission) =>
    participantKey(submission) === key ? submission : { ...submission, measurementSets: [] },
  );
  const context = contextFor(first, programsOf(together), options, catalogs, policies);
  if (typeof context === 'string') return notScorable(first, context);

  const leftOut = submissions.filter((submission) => participantKey(submission) !== key).length;
  const otherPrograms = programsOf(together).filter((program) => program !== context.programName);
  const collected = collectInput(together, context.programName);
  const { input, notes } = applyWhatIf(collected, options.whatIf, context.catalog);
  const quality = qualityScore(input.quality, input.hasCategory.quality, context);
  const pi = piScore(input.pi, input.piSets, input.hasCategory.pi, context);
  const ia = iaScore(input.activities, input.hasCategory.ia, context);
  return {
    status: 'scored',
    participant: context.participant,
    performanceYear: context.catalog.performanceYear,
    programName: context.programName,
    quality,
    pi,
    ia,
    estimate: estimateScore({ quality, pi, ia }, context),
    notes: [...notes, ...leftOutNotes(leftOut), ...programNotes(otherPrograms, context.programName)],
  };
}

/** Groups submissions by participant, year and program, in order of appearance, and scores each group. */
export function scoreParticipants(
  submissions: readonly Submission[],
  options: ScoreOptions,
  catalogs: Catalogs,
  policies: Policies,
): readonly ScoreBreakdown[] {
  const groups = new Map<string, Submission[]>();
  for (const submission of submissions) {
    const key = participantKey(submission);
    groups.set(key, [...(groups.get(key) ?? []), submission]);
  }
  return [...groups.values()].flatMap((group) => {
    const programs = options.programName === null ? programsOf(group) : [options.programName];
    return (programs.length === 0 ? [null] : programs).map((programName) =>
      scoreSubmissions(group, { ...options, programName }, catalogs, policies),
    );
  });
}

/** What the scores depend on besides the data, or a sentence saying why there is nothing to score by. */
function contextFor(
  first: Submission,
  programs: readonly string[],
  options: ScoreOptions,
  catalogs: Catalogs,
  policies: Policies,
): ScoreContext | string {
  const year = options.performanceYear ?? first.performanceYear?.value;
  if (year === undefined) return 'The file names no performance year.';
  const catalog = catalogs.year(year);
  const policy = policies(year);
  if (catalog === undefined || policy === undefined) return `Performance year ${year} is not scored.`;
  const programName = options.programName ?? programs[0] ?? 'mips';
  const rules = programRules(programName, catalog);
  return { policy, catalog, catalogs, options, programName, rules, participant: participantOf(first) };
}

function leftOutNotes(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    `${count} of the files are of another participant or year and are left out: individual and group data are never combined.`,
  ];
}

function programNotes(others: readonly string[], scored: string): readonly string[] {
  return others.length === 0 ? [] : [`Data for ${others.join(', ')} is scored apart from ${scored}.`];
}
