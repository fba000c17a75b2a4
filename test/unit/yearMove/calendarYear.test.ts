import assert from 'node:assert/strict';
import { shiftYears } from '../../../server/src/yearMove/calendarYear.ts';

describe('A date moved to another year', () => {
  for (const [what, date, years, expected] of [
    ['keeps its day', '20240131', 1, '20250131'],
    ['keeps its dashes', '2024-12-31', 1, '2025-12-31'],
    ['keeps its time', '20251231235959-0500', -1, '20241231235959-0500'],
    ['is February 28 where there is no 29', '20240229', 1, '20250228'],
    ['is February 29 where there is one', '20240229', 4, '20280229'],
    ['stays what it is when it is none', '{{start}}', 1, '{{start}}'],
    ['stays what it is when only its year is written', '2024', 1, '2024'],
  ] as const) {
    it(what, () => assert.equal(shiftYears(date, years), expected));
  }
});
