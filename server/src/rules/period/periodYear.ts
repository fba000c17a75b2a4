import type { SubmissionFormat } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { boundariesOf } from './boundaries.ts';
import { meantDate, writtenDate } from './dates.ts';

/** Every boundary lies in the performance year. */
export const periodYear: Rule = {
  id: 'period-year',
  layer: 'upload',
  severity: 'error',
  source:
    "QPP submission API: performanceStart and performanceEnd must match the submission's performanceYear",
  title: 'A performance period outside the performance year',
  documentation: `All periods of a submission lie in one calendar year, its performance year. In QRDA III that year is the one in which the first reporting parameters act begins, so a section of another year contradicts it; CMS's converter does not compare them. Where a single date contradicts all others, that date is underlined, even if it is the one the converter takes the year from.`,
  *check(context) {
    const boundaries = boundariesOf(context.submission);
    const years = boundaries.map(({ date }) => Number(date.value.slice(0, 4)));
    const expected = expectedYear(context, years);
    for (const { name, date } of boundaries) {
      const year = Number(date.value.slice(0, 4));
      if (Number.isInteger(year) && year > 0 && year !== expected) {
        // A file all of whose dates are of another year may as well have the wrong performance year.
        const fix = years.includes(expected) ? inYear(date, expected, context.submission.format) : null;
        yield { ...outside(name, date, expected), ...(fix && { fixes: [fix] }) };
      }
    }
  },
};

/** QPP JSON says its year; in QRDA III the year that most dates lie in is the one that is meant. */
function expectedYear(
  { submission, performanceYear, catalogs }: RuleContext,
  years: readonly number[],
): number {
  const own = submission.performanceYear?.value ?? performanceYear;
  if (submission.format === 'qpp-json') {
    // A year that neither exists nor is any date's is mistyped, and that is told at the year.
    return years.includes(own) || catalogs.years.includes(own) ? own : performanceYear;
  }
  const tally = (year: number) => years.filter((candidate) => candidate === year).length;
  return years.reduce((best, year) => (tally(year) > tally(best) ? year : best), own);
}

function inYear(
  { value, span }: Sourced<string>,
  year: number,
  format: SubmissionFormat,
): ProposedFix | null {
  const date = meantDate(`${year}${value.slice(4)}`);
  return date === null ? null : writeInstead(span, writtenDate(date, format));
}

function outside(name: string, { value, span }: Sourced<string>, year: number): Problem {
  return {
    span,
    message: `The performance period's ${name} ${value} is not in the performance year ${year}.`,
  };
}
