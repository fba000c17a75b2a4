import type { ScoreContext } from '../context.ts';
import type { CategoryScores } from './estimate.ts';

/** What the estimate takes for granted, a sentence each. */
export function assumptionsOf(scores: CategoryScores, context: ScoreContext): readonly string[] {
  const { options, catalog, policy, rules } = context;
  const sentences = [
    policy.final.showsPreliminaryScores.value
      ? 'This is an estimate, not CMS’s score.'
      : 'This is an estimate: CMS shows no category or total score before the final one.',
    'Only historical benchmarks are used; benchmarks of the performance period come after submission.',
    costSentence(context),
    'The complex patient bonus is not in a file and is left out.',
  ];
  if (options.qualityImprovementPercent === 0) {
    sentences.push('Quality improvement over the year before is not in a file and is left out.');
  }
  if (options.administrativeClaimsMeasures === 0) {
    sentences.push('No administrative claims measure is taken as scored.');
  }
  if (rules.kind === 'app') {
    sentences.push(
      'The CAHPS survey and the administrative claims measures of the pathway are not in a file and are left out.',
    );
  }
  if (rules.kind === 'mvp') {
    sentences.push('The population health measure of the MVP is calculated from claims and is left out.');
  }
  sentences.push(
    options.smallPractice ? 'The practice is small.' : 'The practice is not small.',
    options.specialStatus || options.smallPractice
      ? 'The participant has special status.'
      : 'The participant has no special status.',
  );
  if (context.participant?.entityType === 'group' || context.participant?.entityType === 'virtualGroup') {
    const share = policy.ia.groupParticipation.value === 'half' ? 'At least half of' : 'One of';
    sentences.push(`${share} the group’s clinicians took part in each activity.`);
  }
  sentences.push(...missingSentences(scores, context));
  if (policy.final.performanceThreshold.confidence !== 'high') {
    sentences.push(
      `The performance threshold of ${catalog.performanceYear} is taken from secondary sources.`,
    );
  }
  return sentences;
}

function costSentence({ policy, options, rules, participant }: ScoreContext): string {
  if (policy.weights.costReweightedForAll.value) return 'CMS took cost out for everyone this year.';
  if (rules.kind === 'app' || participant?.entityType === 'apm') return 'Cost is not scored under APM rules.';
  return options.costPercent === null
    ? 'Cost is not in a file; it is taken as not scored, its weight goes to the other categories.'
    : `Cost is taken as ${options.costPercent} %.`;
}

function missingSentences({ quality, pi, ia }: CategoryScores, { options }: ScoreContext): readonly string[] {
  if (options.extremeCircumstances) {
    return ['CMS granted extreme and uncontrollable circumstances: only categories with data are scored.'];
  }
  const sentences: string[] = [];
  if (!quality.isSubmitted) sentences.push('The files hold no quality data, which scores 0.');
  if (!ia.isSubmitted && ia.automaticCredit.points === 0) {
    sentences.push('The files hold no improvement activities, which score 0.');
  }
  if (pi.status === 'notSubmitted') sentences.push('The files hold no PI data, which scores 0.');
  if (pi.status === 'reweighted') sentences.push('Without PI data the category is reweighted.');
  return sentences;
}
