/** A day in the Gregorian calendar. */
interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The ISO date CMS's converter makes of a reporting parameter (`20250131`, `2025-01-31T10:00`):
 * dashes and slashes go, eight characters stay, and a day beyond the month's end is drawn back to
 * it (20250230 becomes 2025-02-28). `null` where the converter finds no date (code 69).
 */
export function converterDate(raw: string): string | null {
  const parsed = parseDay(raw);
  if (parsed === null) return null;
  const day = Math.min(parsed.day, daysInMonth(parsed.year, parsed.month));
  return isoDate({ ...parsed, day });
}

/** The ISO date of a reporting parameter if that day exists; else `null`. */
export function realDate(raw: string): string | null {
  const parsed = parseDay(raw);
  if (parsed === null || parsed.day > daysInMonth(parsed.year, parsed.month)) return null;
  return isoDate(parsed);
}

function parseDay(raw: string): CalendarDay | null {
  const digits = raw.replace(/[-/]/g, '').slice(0, 8);
  if (!/^\d{8}$/.test(digits)) return null;
  const [year, month, day] = [
    Number(digits.slice(0, 4)),
    Number(digits.slice(4, 6)),
    Number(digits.slice(6)),
  ];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function isoDate({ year, month, day }: CalendarDay): string {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
