import type { Span } from '../text/span.ts';

/** What tells who a file is about, or who made it. */
export type SensitiveKind =
  | 'tin'
  | 'npi'
  | 'entityId'
  | 'cehrtId'
  | 'otherId'
  | 'organizationName'
  | 'personName'
  | 'givenName'
  | 'familyName'
  | 'street'
  | 'city'
  | 'state'
  | 'addressPart'
  | 'telecom';

/** Such a value as it is written, in the characters of the file: with its entities, without its quotes. */
export interface SensitiveValue {
  readonly kind: SensitiveKind;
  readonly value: string;
  readonly span: Span;
  /** A JSON number: its replacement must be one too. */
  readonly isNumber?: true;
}

/** Placeholders of export templates, and values of nothing but zeros, are nobody's. */
const NOBODYS = /^(?:\{.*\}|\$\{.*\}|<%.*%>|0+|\W*)$/s;

/** The value between two offsets of a text without the white space around it; `null` when it says nothing. */
export function sensitiveValue(
  kind: SensitiveKind,
  text: string,
  { start, end }: Span,
): SensitiveValue | null {
  const raw = text.slice(start, end);
  const value = raw.trim();
  if (NOBODYS.test(value)) return null;
  const from = start + raw.indexOf(value);
  return { kind, value, span: { start: from, end: from + value.length } };
}
