import { hasNpiCheckDigit } from '../../submission/npi.ts';
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

/** Whether a value has one of the forms that a check of the guide can ask for. */
export function hasFormat(text: string, format: Format): boolean {
  switch (format) {
    case 'number':
      return NUMBER.test(text);
    case 'time-zone-offset':
      return /[+-]/.test(text);
    case 'npi-check-digit':
      // CMS_0117 looks at the last ten characters.
      return /[0-9]{10}$/.test(text) && hasNpiCheckDigit(text.slice(-10));
  }
}
