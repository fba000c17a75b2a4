import type { MeasurementSet } from '../../submission/submission.ts';
import { replacement } from '../../text/edit.ts';
import { choice } from '../fixing/proposals.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { dayNumber, periodDays } from './calendar.ts';
import { writtenDate } from './dates.ts';

/** Improvement activities are performed for 90 days in a row. */
const ACTIVITY_DAYS = 90;

/** A period that is too short for its category to count. */
export const periodLength: Rule = {
  id: 'period-length',
  layer: 'score',
  severity: 'warning',
  source:
    '42 CFR 414.1320 (performance periods: quality the full year; Promoting Interoperability 90 days to 2023, 180 from 2024; activities 90 days)',
  title: 'A performance period that is too short',
  documentation: `Quality measures cover the full calendar year, Promoting Interoperability 90 days in a row (180 from 2024), improvement activities 90. The upload takes shorter periods, but Promoting Interoperability then scores zero, an activity earns nothing, and a quality measure of part of the year lacks data.`,
  *check(context) {
    const told = new Set<number>();
    for (const set of context.submission.measurementSets) {
      const { performanceStart: start, performanceEnd: end } = set;
      if (start === null || end === null || told.has(end.span.start)) continue;
      told.add(end.span.start);
      const days = periodDays(start.value, end.value);
      if (days !== null && days > 0) yield* checkLength(set, days, end.span, context);
    }
  },
};

function* checkLength(
  set: MeasurementSet,
  days: number,
  span: Problem['span'],
  context: RuleContext,
): Iterable<Problem> {
  const period = `${set.performanceStart?.value} to ${set.performanceEnd?.value} are ${days} days`;
  switch (set.category?.value) {
    case 'pi': {
      const minimum = context.policy?.pi.minimumPeriodDays.value;
      if (minimum !== undefined && days < minimum) {
        yield {
          span,
          message: `${period}; Promoting Interoperability of ${context.performanceYear} needs ${minimum} in a row, else it scores zero.`,
        };
      }
      return;
    }
    case 'ia':
      if (days < ACTIVITY_DAYS)
        yield { span, message: `${period}; an improvement activity takes ${ACTIVITY_DAYS} in a row.` };
      return;
    case 'quality':
      if (!isFullYear(set))
        yield {
          span,
          message: `${period}; quality measures cover the full year, from January 1 to December 31.`,
          fixes: fullYear(set, context),
        };
  }
}

/** To look at again: perhaps the data do not cover the year. */
function fullYear(
  { performanceStart, performanceEnd }: MeasurementSet,
  { submission: { format } }: RuleContext,
): ProposedFix[] {
  if (!performanceStart || !performanceEnd) return [];
  const performanceYear = performanceStart.value.slice(0, 4);
  const edits = [
    replacement(performanceStart.span, writtenDate(`${performanceYear}-01-01`, format)),
    replacement(performanceEnd.span, writtenDate(`${performanceYear}-12-31`, format)),
  ];
  return [choice('Set the period to the full year', edits)];
}

/** The whole calendar year, or a period that reaches into another one, which is told by period-year. */
function isFullYear({ performanceStart, performanceEnd }: MeasurementSet): boolean {
  const year = performanceStart?.value.slice(0, 4);
  if (year !== performanceEnd?.value.slice(0, 4)) return true;
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
  const [start, end] = [dayNumber(performanceStart?.value ?? ''), dayNumber(performanceEnd?.value ?? '')];
  return start !== null && end !== null && first !== null && last !== null && start <= first && end >= last;
}
