/**
 * A date so many years later on the same calendar day; February 29 becomes 28 where there is none. Anything that is no
 * date (`20240131`, `2024-01-31`, with or without a time) stays.
 */
export function shiftYears(date: string, years: number): string {
  const match = /^(\d{4})(-?)(\d\d)\2(\d\d)/.exec(date);
  if (!match) return date;
  const [written, oldYear = '', dash = '', month = '', oldDay = ''] = match;
  const year = Number(oldYear) + years;
  const day = month === '02' && oldDay === '29' && !isLeapYear(year) ? '28' : oldDay;
  return `${String(year).padStart(4, '0')}${dash}${month}${dash}${day}${date.slice(written.length)}`;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
