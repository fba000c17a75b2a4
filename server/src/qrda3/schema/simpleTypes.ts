import type { CdaStructure } from './structure.ts';

/** What an attribute's value may be. */
export interface SimpleType {
  accepts(value: string): boolean;
  /** To follow "must be": `one of A, B`, `a whole number`. */
  readonly phrase: string;
  /** The values, where they are a list. */
  readonly codes?: readonly string[];
}

/** Lists longer than this are cut in a message. */
const SPELT_OUT = 30;

/** XML Schema's white space rule `collapse`, which tokens, numbers and lists have and strings have not. */
function collapse(value: string): string {
  if (!/[ \t\r\n]/.test(value)) return value;
  return value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

function pattern(expression: RegExp, phrase: string): SimpleType {
  return { accepts: (value) => expression.test(value), phrase };
}

function collapsed(expression: RegExp, phrase: string): SimpleType {
  return { accepts: (value) => expression.test(collapse(value)), phrase };
}

const DOUBLE = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/;
const NC_NAME = /^[\p{L}_][\p{L}\p{N}._·-]*$/u;
const OID = '[0-2](?:\\.(?:0|[1-9][0-9]*))*';
const UUID = '[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12}';

/** The simple types of HL7's data types and of XML Schema that CDA uses. */
const BUILT_IN: Readonly<Record<string, SimpleType>> = {
  bl: { ...collapsed(/^(?:true|false)$/, 'true or false'), codes: ['true', 'false'] },
  boolean: { ...collapsed(/^(?:true|false|0|1)$/, 'true or false'), codes: ['true', 'false'] },
  cs: collapsed(/^\S+$/, 'a code without blanks'),
  st: { accepts: (value) => value !== '', phrase: 'a text that is not empty' },
  uid: pattern(new RegExp(`^(?:${OID}|${UUID}|[A-Za-z][A-Za-z0-9-]*)$`), 'an OID or a UUID'),
  oid: pattern(new RegExp(`^${OID}$`), 'an OID'),
  ts: pattern(
    /^(?:[0-9]{1,8}|(?:[0-9]{9,14}|[0-9]{14}\.[0-9]+)(?:[+-][0-9]{1,4})?)$/,
    'a time written as digits, YYYYMMDDhhmmss, with an offset such as -0500 only behind a time of day',
  ),
  int: collapsed(/^[+-]?\d+$/, 'a whole number'),
  int_pos: collapsed(/^\+?0*[1-9]\d*$/, 'a whole number from 1'),
  real: collapsed(DOUBLE, 'a number'),
  bin: collapsed(/^[A-Za-z0-9+/= ]*$/, 'base64'),
  url: { accepts: () => true, phrase: 'a URI' },
  string: { accepts: () => true, phrase: 'a text' },
  ID: collapsed(NC_NAME, 'a name that begins with a letter'),
  IDREF: collapsed(NC_NAME, 'the ID of an element'),
  IDREFS: collapsed(/\S/, 'IDs of elements'),
  NMTOKEN: collapsed(/^[\p{L}\p{N}._:·-]+$/u, 'a name'),
  NMTOKENS: collapsed(/^[\p{L}\p{N}._:·-]+(?: [\p{L}\p{N}._:·-]+)*$/u, 'names, separated by blanks'),
};

/** The type an attribute's definition names: `cs`, `list:AddressUse`, or a fixed value in brackets. */
export function simpleType(name: string, structure: CdaStructure): SimpleType {
  if (name.startsWith('[')) return fixed(name.slice(1, -1));
  if (name.startsWith('list:')) return listOf(simpleType(name.slice(5), structure));
  const alias = structure.aliases[name];
  const builtIn = BUILT_IN[alias ?? name];
  if (builtIn) return builtIn;
  const codes = structure.vocabularies[name];
  if (codes === undefined) throw new Error(`The structure data knows no simple type "${name}".`);
  return oneOf(codes.split(' '));
}

function fixed(value: string): SimpleType {
  return { accepts: (given) => collapse(given) === value, phrase: `"${value}"`, codes: [value] };
}

function oneOf(codes: readonly string[]): SimpleType {
  const known = new Set(codes);
  const cut = codes.length > SPELT_OUT ? `, and ${codes.length - SPELT_OUT} more` : '';
  return {
    codes,
    accepts: (value) => known.has(collapse(value)),
    phrase: `one of ${codes.slice(0, SPELT_OUT).join(', ')}${cut}`,
  };
}

function listOf(item: SimpleType): SimpleType {
  return {
    accepts: (value) => {
      const items = collapse(value);
      return items === '' || items.split(' ').every((part) => item.accepts(part));
    },
    phrase: `${item.phrase}, several separated by blanks`,
  };
}
