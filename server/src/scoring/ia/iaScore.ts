import type { ActivityMeasure } from '../../catalog/catalog.ts';
import type { ActivityScore, Bonus, IaBreakdown } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { ActivityInput } from '../input/collect.ts';
import type { ActivityPoints } from '../policy.ts';
import { roundTo } from '../rounding.ts';

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
  const { catalog, policy } = context;
  const found = catalog.measures.get(input.measureId);
  const measure = found?.category === 'ia' ? found : undefined;
  const worth = measure ? worthOf(measure, context) : { points: 0, reason: '' };
  const base = {
    measureId: input.measureId,
    title: measure?.title ?? '',
    maxPoints: worth.points,
    origin: input.origin,
    source: measure ? policy.ia.points.source : 'CMS’s measure data',
    confidence: measure ? policy.ia.points.confidence : 'high',
  } as const;
  if (!measure) {
    return {
      ...base,
      points: 0,
      displayed: '',
      reason: `${catalog.performanceYear} has no activity ${input.measureId}.`,
    };
  }
  if (!isYes(input)) {
    return {
      ...base,
      points: 0,
      displayed: `0 / ${worth.points}`,
      reason: 'Answered with no, which earns nothing.',
    };
  }
  return {
    ...base,
    ...worth,
    displayed: `${worth.points} / ${worth.points}`,
  };
}

interface Worth {
  readonly points: number;
  readonly reason: string;
  readonly source?: string;
  readonly confidence?: ActivityScore['confidence'];
}

function worthOf(measure: ActivityMeasure, { policy, rules, options }: ScoreContext): Worth {
  const { ia } = policy;
  if (measure.measureId === 'IA_PCMH') {
    const points = ia.medicalHomePoints.value;
    return {
      points,
      reason: `A patient-centered medical home gets all ${points} points.`,
      source: ia.medicalHomePoints.source,
      confidence: ia.medicalHomePoints.confidence,
    };
  }
  const weight = weightOf(measure);
  if (rules.kind === 'mvp' && ia.mvpPoints.value) {
    const points = ia.mvpPoints.value[weight];
    return {
      points,
      reason: `Worth ${points} points in an MVP${weightText(measure)}.`,
      source: ia.mvpPoints.source,
      confidence: ia.mvpPoints.confidence,
    };
  }
  // IA_MVP is for those who report an MVP.
  if (measure.measureId === 'IA_MVP') return { points: 0, reason: 'Counts only in an MVP.' };
  const hasSpecialStatus = options.specialStatus || options.smallPractice;
  const factor = hasSpecialStatus ? ia.specialStatusFactor.value : 1;
  const points = ia.points.value[weight] * factor;
  const special = hasSpecialStatus ? `, times ${factor} for special status` : '';
  return { points, reason: `Worth ${points} points${weightText(measure)}${special}.` };
}

function weightOf(measure: ActivityMeasure): keyof ActivityPoints {
  return measure.weight === 'medium' || measure.weight === 'high' ? measure.weight : 'unweighted';
}

function weightText(measure: ActivityMeasure): string {
  return measure.weight === null ? '' : ` as a ${measure.weight}-weighted activity`;
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
