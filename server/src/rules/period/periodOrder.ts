import { replacement } from '../../text/edit.ts';
import type { Rule } from '../rule.ts';
import { categoryName } from './boundaries.ts';
import { periodDays } from './calendar.ts';
import { writtenDate } from './dates.ts';

/** A period does not end before it begins. */
export const periodOrder: Rule = {
  id: 'period-order',
  layer: 'upload',
  severity: 'error',
  source: 'QPP submission API: performanceEnd must be after or the same as performanceStart',
  title: 'A performance period that ends before it begins',
  documentation: `The end of a performance period is its last day, the start its first. CMS's converter does not compare them; the submission API refuses the set.`,
  *check({ submission }) {
    for (const set of submission.measurementSets) {
      const { performanceStart: start, performanceEnd: end } = set;
      if (start === null || end === null) continue;
      const days = periodDays(start.value, end.value);
      // Of boundaries in two years one is in the wrong year, which period-year tells.
      if (days === null || days > 0 || yearOf(start) !== yearOf(end)) continue;
      yield {
        span: end.span,
        message: `The performance period of ${categoryName(set)} ends on ${end.value}, before it begins on ${start.value}.`,
        related: [{ span: start.span, message: 'It begins here.' }],
        fixes: [
          {
            title: 'Swap beginning and end',
            edits: [
              replacement(start.span, writtenDate(end.value, submission.format)),
              replacement(end.span, writtenDate(start.value, submission.format)),
            ],
          },
        ],
      };
    }
  },
};

function yearOf({ value }: { readonly value: string }): string {
  return value.slice(0, 4);
}
