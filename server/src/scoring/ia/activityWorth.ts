import type { ActivityMeasure } from '../../catalog/catalog.ts';
import type { Explanation } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { ActivityPoints, Figure } from '../policy.ts';

/** What an activity answered with yes earns. */
export interface ActivityWorth extends Explanation {
  readonly points: number;
}

/** The points of an activity by its weight, the program and the participant's status. */
export function activityWorth(measure: ActivityMeasure, context: ScoreContext): ActivityWorth {
  const { rules, policy } = context;
  if (measure.measureId === 'IA_PCMH') {
    const points = policy.ia.medicalHomePoints.value;
    const reason = `A patient-centered medical home gets all ${points} points.`;
    return { points, reason, ...basis(policy.ia.medicalHomePoints) };
  }
  if (rules.kind === 'mvp' && policy.ia.mvpPoints.value) {
    const points = policy.ia.mvpPoints.value[weightOf(measure)];
    const reason = `Worth ${points} points in an MVP${weightText(measure)}.`;
    return { points, reason, ...basis(policy.ia.mvpPoints) };
  }
  if (measure.measureId === 'IA_MVP') {
    return { points: 0, reason: 'Counts only for those who report an MVP.', ...basis(policy.ia.mvpPoints) };
  }
  return ordinaryWorth(measure, context);
}

function ordinaryWorth(measure: ActivityMeasure, { policy, options }: ScoreContext): ActivityWorth {
  const hasSpecialStatus = options.specialStatus || options.smallPractice;
  const factor = hasSpecialStatus ? policy.ia.specialStatusFactor.value : 1;
  const points = policy.ia.points.value[weightOf(measure)] * factor;
  const special = hasSpecialStatus ? `, times ${factor} for special status` : '';
  const reason = `Worth ${points} points${weightText(measure)}${special}.`;
  return { points, reason, ...basis(policy.ia.points) };
}

function weightOf(measure: ActivityMeasure): keyof ActivityPoints {
  return measure.weight === 'medium' || measure.weight === 'high' ? measure.weight : 'unweighted';
}

function weightText(measure: ActivityMeasure): string {
  return measure.weight === null ? '' : ` as a ${measure.weight}-weighted activity`;
}

function basis({ source, confidence }: Figure<unknown>): Pick<Explanation, 'source' | 'confidence'> {
  return { source, confidence };
}
