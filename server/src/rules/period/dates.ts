import type { SubmissionFormat } from '../../submission/submission.ts';
import { dayNumber } from './calendar.ts';

/** A date in the form of a format: `2025-01-31` in QPP JSON, `20250131` in QRDA III. */
export function writtenDate(isoDate: string, format: SubmissionFormat): string {
  return format === 'qpp-json' ? isoDate : isoDate.replaceAll('-', '');
}

const YEAR_FIRST = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:[T ].*)?$/;
const AMERICAN = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/**
 * The ISO date that a date of another form stands for: `2025/1/31`, `20250131`, `2025-01-31T00:00:00Z`, `1/31/2025`
 * (as Americans write it). `null` where there is no such day.
 */
export function meantDate(raw: string): string | null {
  const text = raw.trim();
  const first = YEAR_FIRST.exec(text);
  const american = AMERICAN.exec(text);
  const parts = first ? [first[1], first[2], first[3]] : american && [american[3], american[1], american[2]];
  if (!parts) return null;
  const [year = '', month = '', day = ''] = parts;
  const isoDate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayNumber(isoDate) === null ? null : isoDate;
}
