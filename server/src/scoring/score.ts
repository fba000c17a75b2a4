import type { Catalogs } from '../catalog/catalog.ts';
import type { Submission } from '../submission/submission.ts';
import type { ScoreBreakdown } from './breakdown.ts';
import { programRules, type ScoreContext } from './context.ts';
import { estimateScore } from './estimate/estimate.ts';
import { iaScore } from './ia/iaScore.ts';
import { applyWhatIf } from './input/applyWhatIf.ts';
import { collectInput, programsOf } from './input/collect.ts';
import { notScorable } from './notScorable.ts';
import type { ScoreOptions } from './options.ts';
import { participantKey, participantOf } from './participant.ts';
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
  const together = submissions.map((submission) =>
    participantKey(submission) === key ? submission : withoutData(submission),
  );
  const leftOut = submissions.filter((submission) => participantKey(submission) !== key).length;
  const year = options.performanceYear ?? first.performanceYear?.value;
  const catalog = year === undefined ? undefined : catalogs.year(year);
  const policy = year === undefined ? undefined : policies(year);
  if (catalog === undefined || policy === undefined) {
    const reason =
      year === undefined ? 'The file names no performance year.' : `Performance year ${year} is not scored.`;
    return notScorable(first, reason);
  }

  const programs = programsOf(together);
  const programName = options.programName ?? programs[0] ?? 'mips';
  const context: ScoreContext = {
    policy,
    catalog,
    catalogs,
    options,
    programName,
    rules: programRules(programName, catalog),
    participant: participantOf(first),
  };
  const { input, notes } = applyWhatIf(collectInput(together, programName), options.whatIf, catalog);
  const quality = qualityScore(input.quality, input.hasCategory.quality, context);
  const pi = piScore(input.pi, input.piSets, input.hasCategory.pi, context);
  const ia = iaScore(input.activities, input.hasCategory.ia, context);
  return {
    status: 'scored',
    participant: context.participant,
    performanceYear: catalog.performanceYear,
    programName,
    quality,
    pi,
    ia,
    estimate: estimateScore({ quality, pi, ia }, context),
    notes: [...notes, ...leftOutNotes(leftOut), ...programNotes(programs, programName)],
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

/** Keeps the place of a submission that is not scored here, so that origins still count from the first. */
function withoutData(submission: Submission): Submission {
  return { ...submission, measurementSets: [] };
}

function leftOutNotes(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    `${count} of the files are of another participant or year and are left out: individual and group data are never combined.`,
  ];
}

function programNotes(programs: readonly string[], scored: string): readonly string[] {
  const others = programs.filter((program) => program !== scored);
  return others.length === 0 ? [] : [`Data for ${others.join(', ')} is scored apart from ${scored}.`];
}
