import { hasNpiCheckDigit, isTestNpi } from '../submission/npi.ts';
import type { SensitiveKind, SensitiveValue } from './sensitiveValue.ts';
import { inShapeOf } from './shape.ts';

/**
 * The `number`-th test value for a value: TINs that begin with 000 and NPIs that begin with 0, as CMS's own do, in the
 * form of what they stand for, so that what is wrong with a value is wrong with its replacement.
 */
export function testValue({ kind, value, isNumber }: SensitiveValue, number: number): string {
  const replacement = REPLACE[kind](value, number);
  // A JSON number cannot begin with zeros.
  return isNumber && /^0\d/.test(replacement) && !/^0/.test(value) ? `9${replacement.slice(1)}` : replacement;
}

const REPLACE: Readonly<Record<SensitiveKind, (value: string, number: number) => string>> = {
  tin: inShape,
  npi: testNpi,
  entityId: testEntityId,
  // The first five characters tell the edition: 0015C, 2025C.
  cehrtId: (value, number) => inShapeOf(value, number, value.length === 15 ? 5 : 0),
  otherId: inShape,
  organizationName: (_, number) => `Test Organization ${number}`,
  personName: (_, number) => `Test Person ${number}`,
  givenName: (_, number) => `Given${number}`,
  familyName: (_, number) => `Family${number}`,
  street: (_, number) => `${number} Test Street`,
  city: (_, number) => `Testville ${number}`,
  state: inShape,
  addressPart: inShape,
  telecom: testContact,
};

function inShape(value: string, number: number): string {
  return inShapeOf(value, number);
}

/**
 * An NPI that could be somebody's becomes one that begins with 0000, as CMS's do; one that could not be keeps what is
 * wrong with it. The check digit stays right or wrong.
 */
function testNpi(value: string, number: number): string {
  if (!/^\d{10}$/.test(value)) return inShapeOf(value, number);
  const isRight = hasNpiCheckDigit(value);
  const isPlausible = isTestNpi(value) || (/^[12]/.test(value) && isRight);
  const begin = isPlausible ? '0000' : value.startsWith('0') ? '09' : value.charAt(0);
  const body = begin + inShapeOf(value.slice(begin.length, 9), number);
  const checkDigit = [...'0123456789'].find((digit) => hasNpiCheckDigit(body + digit) === isRight);
  return body + (checkDigit ?? '');
}

/** `SG-00012345`, `A1059`: the letters before the digits tell the kind of entity. */
function testEntityId(value: string, number: number): string {
  const [, prefix = ''] = /^([A-Za-z]+-?)\d{3,}$/.exec(value) ?? [];
  return inShapeOf(value, number, prefix.length);
}

/** `tel:(781)271-3000`, `mailto:a@b.org`, `https://…`: the scheme and the form stay. */
function testContact(value: string, number: number): string {
  const [, scheme = ''] = /^([a-z]+:)/i.exec(value) ?? [];
  if (/^https?:$/i.test(scheme)) return `${scheme}//www.example.com/${number}`;
  if (value.includes('@')) return `${scheme}test${number}@example.com`;
  return scheme + value.slice(scheme.length).replace(/.+/s, (rest) => inShapeOf(rest, number));
}
