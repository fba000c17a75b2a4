import type { Submission } from '../../submission/submission.ts';
import { writeInstead } from '../fixing/proposals.ts';
import { boundariesOf } from '../period/boundaries.ts';
import type { Rule } from '../rule.ts';

/** The Quality Payment Program began with the performance year 2017 (42 CFR 414.1320). */
const FIRST_YEAR = 2017;

/** A performance year before the program began, or after the last one that is known. */
export const performanceYearUnknown: Rule = {
  id: 'performance-year-unknown',
  layer: 'upload',
  severity: 'error',
  source: '42 CFR 414.1320 (the first performance period is calendar year 2017)',
  title: 'There is no such performance year',
  documentation: `The first performance year of the Quality Payment Program is 2017. A file of an earlier year cannot be submitted; samples in the early documentation of CMS's API have 2016. A year later than those QPP Lens has data for is a warning: the file is then judged by the last year it knows.`,
  *check({ submission, catalogs, performanceYear }) {
    const year = submission.performanceYear;
    if (submission.format !== 'qpp-json' || year === null) return;
    const newest = catalogs.years.at(-1);
    const fixes = yearOfAllDates(submission, catalogs.years).map((meant) =>
      writeInstead(year.span, String(meant)),
    );
    if (year.value < FIRST_YEAR) {
      yield {
        span: year.span,
        fixes,
        message: `The performance year ${year.value} is before the first of the program, ${FIRST_YEAR}.`,
      };
    } else if (newest !== undefined && year.value > newest) {
      yield {
        span: year.span,
        severity: 'warning',
        fixes,
        message: `QPP Lens knows no performance year ${year.value}; the file is judged by the rules of ${performanceYear}.`,
      };
    }
  },
};

/** The one known year that all periods lie in; none where they do not agree. */
function yearOfAllDates(submission: Submission, years: readonly number[]): number[] {
  const ofDates = new Set(boundariesOf(submission).map(({ date }) => Number(date.value.slice(0, 4))));
  return ofDates.size === 1 ? [...ofDates].filter((year) => years.includes(year)) : [];
}
