const DAY = 86_400_000;

/** Number of days since 1970 of an ISO date `yyyy-MM-dd`; `null` for anything else and for days that do not exist. */
export function dayNumber(date: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year === undefined) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).toISOString().startsWith(date) ? time / DAY : null;
}

/** Days from the first to the last of a period, both counted; `null` where one of them is no date. */
export function periodDays(start: string, end: string): number | null {
  const [first, last] = [dayNumber(start), dayNumber(end)];
  return first === null || last === null ? null : last - first + 1;
}
