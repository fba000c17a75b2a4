import { piMeasure } from '../../catalog/piMeasure.ts';
import type { Answer, Explanation, PiMeasureScore, PiMeasureState } from '../breakdown.ts';
import type { ScoreContext } from '../context.ts';
import type { PiAnswer, PiAnswers } from './answers.ts';
import type { AvailablePoints } from './available.ts';
import type { PiClaims } from './claims.ts';
import type { PublicHealthResult } from './publicHealth.ts';

/** The objective of the public health registrations. */
export const PUBLIC_HEALTH = 'publicHealthAndClinicalDataExchange';

/** What the rows are made of. */
export interface PiFindings {
  readonly answers: PiAnswers;
  readonly claims: PiClaims;
  readonly publicHealth: PublicHealthResult;
  readonly required: readonly string[];
  readonly available: AvailablePoints;
}

/** The figures of a row and why they are so. */
export interface RowContent extends Explanation {
  readonly state: PiMeasureState;
  readonly points: number;
  readonly maxPoints: number;
}

/** A line of the breakdown; `answer` is absent for a measure that was not sent. */
export function row(
  measureId: string,
  { catalog }: ScoreContext,
  answer: PiAnswer | undefined,
  content: RowContent,
): PiMeasureScore {
  const measure = piMeasure(measureId, catalog);
  return {
    measureId,
    title: measure?.title ?? '',
    objective: measure?.objective ? objectiveName(measure.objective) : null,
    displayed: content.maxPoints > 0 ? `${content.points} / ${content.maxPoints}` : '',
    origin: answer?.origin ?? null,
    answer: answered(answer, measure?.metricType),
    ...content,
  };
}

/** Until 2021 CMS's data had other names for what is one objective of the category. */
export function objectiveName(objective: string): string {
  return objective.startsWith('publicHealth') ? PUBLIC_HEALTH : objective;
}

function answered(answer: PiAnswer | undefined, metricType: string | undefined): Answer {
  if (answer?.counts) return { kind: 'counts', ...answer.counts };
  if (answer) return { kind: 'yesNo', yes: answer.isPositive };
  return metricType === 'proportion'
    ? { kind: 'counts', numerator: null, denominator: null }
    : { kind: 'yesNo', yes: null };
}
