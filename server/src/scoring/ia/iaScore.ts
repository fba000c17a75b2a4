import type { ActivityScore, Answer, Bonus, IaBreakdown } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { ActivityInput } from '../input/collect.ts';
import { roundTo } from '../rounding.ts';
import { activityWorth } from './activityWorth.ts';

/** The improvement activities category (42 CFR 414.1380(b)(3)); every activity counts once, wherever it was sent. */
export function iaScore(
  inputs: readonly ActivityInput[],
  isSubmitted: boolean,
  context: ScoreContext,
): IaBreakdown {
  const { policy } = context;
  const maximum = policy.ia.maximumPoints.value;
  const activities = uniqueActivities(inputs).map((input) => activityScore(input, context));
  const automaticCredit = automatic(context);
  const earned = activities.reduce((sum, activity) => sum + activity.points, 0);
  const subtotal = earned + automaticCredit.points;
  return {
    isSubmitted,
    activities,
    subtotal,
    maxPoints: maximum,
    percent: roundTo((100 * Math.min(subtotal, maximum)) / maximum, 4),
    automaticCredit,
  };
}

/** One answer for each activity: yes, if any file says yes. */
function uniqueActivities(inputs: readonly ActivityInput[]): ActivityInput[] {
  const byId = new Map<string, ActivityInput>();
  for (const input of inputs) {
    const before = byId.get(input.measureId);
    if (before === undefined || !isYes(before)) byId.set(input.measureId, input);
  }
  return [...byId.values()];
}

function isYes(input: ActivityInput): boolean {
  return input.measurement.value?.value === true;
}

function activityScore(input: ActivityInput, context: ScoreContext): ActivityScore {
  const { catalog } = context;
  const { measureId, origin } = input;
  const answer: Answer = { kind: 'yesNo', yes: input.measurement.value?.value ?? null };
  const measure = catalog.measures.get(measureId);
  if (measure?.category !== 'ia') {
    const reason = `${catalog.performanceYear} has no activity ${measureId}.`;
    const unknown = { title: '', points: 0, maxPoints: 0, displayed: '' };
    return {
      measureId,
      origin,
      answer,
      ...unknown,
      reason,
      source: 'CMS’s measure data',
      confidence: 'high',
    };
  }
  const worth = activityWorth(measure, context);
  const points = isYes(input) ? worth.points : 0;
  return {
    measureId,
    title: measure.title,
    origin,
    answer,
    ...worth,
    points,
    maxPoints: worth.points,
    displayed: `${points} / ${worth.points}`,
    reason: isYes(input) ? worth.reason : 'Answered with no, which earns nothing.',
  };
}

function automatic({ policy, rules, options, participant }: ScoreContext): Bonus {
  const app = policy.ia.appPoints;
  if (rules.kind === 'app' && app.value !== null) {
    return {
      points: app.value,
      reason: 'The APM Performance Pathway gives full credit.',
      source: app.source,
      confidence: app.confidence,
    };
  }
  const apm = policy.ia.apmParticipantPoints;
  const takesPart = options.apmParticipant || participant?.entityType === 'apm';
  return {
    points: takesPart ? apm.value : 0,
    reason: takesPart
      ? 'Taking part in an APM is worth half the category.'
      : 'None: no APM participation was stated.',
    source: apm.source,
    confidence: apm.confidence,
  };
}
