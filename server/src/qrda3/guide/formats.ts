import type { Format } from './table.ts';

/** The decimal numbers XPath processors accept, an exponent included, which XPath 1.0 itself does not know. */
const NUMBER = /^[ \t\r\n]*(-?(?:\d+(?:\.\d*)?|\.\d+))(?:[eE]([+-]?\d*))?[ \t\r\n]*$/;

/** The value of a number as the published checker reads it; NaN when it is none. */
export function numberOf(text: string): number {
  const match = NUMBER.exec(text);
  return match ? Number(`${match[1]}e${Number(match[2]) || 0}`) : Number.NaN;
}

/** XPath's normalize-space: trims, and makes runs of white space one blank. */
export function normalizeSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Characters as XPath counts them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** XPath's usual lower-casing trick, which knows A to Z alone. */
export function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function hasFormat(text: string, format: Format): boolean {
  switch (format) {
    case 'number':
      return NUMBER.test(text);
    case 'time-zone-offset':
      return /[+-]/.test(text);
    case 'npi-check-digit':
      return hasNpiCheckDigit(text);
  }
}

/**
 * CMS_0117: the last digit of an NPI makes the Luhn sum of 80840 and the number a multiple of ten; the
 * prefix 80840 (ISO 7812: health, United States) contributes 24.
 */
function hasNpiCheckDigit(text: string): boolean {
  const digits = text.slice(-10);
  if (!/^[0-9]{10}$/.test(digits)) return false;
  let sum = 24;
  for (let index = 0; index < 9; index++) {
    const weighted = Number(digits[8 - index]) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10 === Number(digits[9]);
}
