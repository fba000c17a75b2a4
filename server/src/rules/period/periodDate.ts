import { converterDate } from '../../qrda3/decode/dates.ts';
import type { SubmissionFormat } from '../../submission/submission.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { Problem, Rule } from '../rule.ts';
import { type Boundary, boundariesOf } from './boundaries.ts';
import { dayNumber } from './calendar.ts';
import { meantDate, writtenDate } from './dates.ts';

/** A boundary of the performance period is a day of the calendar. */
export const periodDate: Rule = {
  id: 'period-date',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP submission API: performanceStart and performanceEnd are dates yyyy-MM-dd; CMS converter (observed: draws a day back to the end of its month)',
  title: 'A performance period that begins or ends on a day that does not exist',
  documentation: `The performance period begins and ends on real days: in QPP JSON \`yyyy-MM-dd\`, in QRDA III \`yyyyMMdd\`. CMS's converter reads 20250230 as 2025-02-28 without a word, so there the finding is a warning. What it cannot read at all is its error 69.`,
  *check({ submission }) {
    for (const boundary of boundariesOf(submission)) {
      if (dayNumber(boundary.date.value) !== null) continue;
      if (submission.format === 'qpp-json') yield noDate(boundary);
      else yield* drawnBack(boundary);
    }
  },
};

function noDate({ name, date: { value, span } }: Boundary): Problem {
  return {
    span,
    message: `The performance period's ${name} "${value}" is not a day of the form yyyy-MM-dd.`,
    ...fixFor(meantDate(value), span, 'qpp-json'),
  };
}

function* drawnBack({ date: { value, span } }: Boundary): Iterable<Problem> {
  const read = converterDate(value);
  if (read === null) return;
  yield {
    span,
    severity: 'warning',
    message: `There is no day "${value}"; CMS's converter reads it as ${read}.`,
    ...fixFor(read, span, 'qrda3'),
  };
}

function fixFor(
  date: string | null,
  span: Problem['span'],
  format: SubmissionFormat,
): Pick<Problem, 'fixes'> {
  return date === null ? {} : { fixes: [writeInstead(span, writtenDate(date, format))] };
}
