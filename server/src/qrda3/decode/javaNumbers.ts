/**
 * Numbers as CMS's converter reads them: it is a Java program, and Java's own number syntax decides
 * what passes (`+5` and `007` are integers there, ` 5` and `5.0` are not).
 */

const INTEGER = /^[+-]?\d+$/;

/** A 32-bit integer in Java's syntax; `null` for anything else. */
export function parseJavaInt(text: string): number | null {
  if (!INTEGER.test(text)) return null;
  const value = Number(text);
  return value >= -2147483648 && value <= 2147483647 ? value : null;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)[fFdD]?$/;

/** A single-precision number in Java's syntax (surrounding spaces, type suffix, hexadecimal form); `null` for anything else. */
export function parseJavaFloat(text: string): number | null {
  // Java trims every character up to the space.
  const trimmed = text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
  if (/^[+-]?NaN$/.test(trimmed)) return Number.NaN;
  if (/^[+-]?Infinity$/.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity;
  if (DECIMAL.test(trimmed)) return Math.fround(Number(trimmed.replace(/[fFdD]$/, '')));
  const hexadecimal = HEXADECIMAL.exec(trimmed);
  return hexadecimal === null ? null : hexadecimalFloat(hexadecimal);
}

function hexadecimalFloat([, sign, whole = '', fraction = '', exponent]: RegExpExecArray): number | null {
  if (whole + fraction === '') return null;
  const mantissa = Number.parseInt(whole + fraction, 16) * 16 ** -fraction.length;
  return Math.fround((sign === '-' ? -1 : 1) * mantissa * 2 ** Number(exponent));
}
