/** The value that a value of the wrong form stands for, by what the schema asks for; `null` where that cannot be told. */
export function rightValue(value: string, phrase: string): string | null {
  const trimmed = value.trim();
  if (phrase.startsWith('a time')) return digitsOfTime(trimmed);
  if (phrase.startsWith('a whole number')) return wholeNumber(trimmed);
  if (phrase.startsWith('an OID') && /^[\w.-]+$/.test(trimmed)) return trimmed;
  if (phrase === 'true or false' && /^(?:true|false)$/i.test(trimmed)) return trimmed.toLowerCase();
  const fixed = /^"(.*)"$/.exec(phrase)?.[1];
  const codes = /^one of (.*?)(?:, and \d+ more)?$/.exec(phrase)?.[1]?.split(', ') ?? [];
  return fixed ?? codes.find((code) => code.toLowerCase() === trimmed.toLowerCase()) ?? null;
}

const ISO_TIME =
  /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;

/** `2025-01-11T06:12:31-05:00` in HL7's form: `20250111061231-0500`. */
export function digitsOfTime(time: string): string | null {
  const match = ISO_TIME.exec(time);
  if (!match) return /^\d{8}$/.test(time) ? time : null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', zone = ''] = match;
  const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDate
    ? year + month + day + hour + minute + second + (zone === 'Z' ? '+0000' : zone.replace(':', ''))
    : null;
}

/** `1,000` and `10.0` are whole numbers in the wrong dress. */
export function wholeNumber(value: string): string | null {
  const digits = /^\d{1,3}(?:,\d{3})+$/.test(value) ? value.replaceAll(',', '') : value;
  return /^(\d+)(?:\.0+)?$/.exec(digits)?.[1] ?? null;
}
