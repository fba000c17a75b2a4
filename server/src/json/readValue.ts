import { removal, replacement } from '../text/edit.ts';
import { openBracket, readClosingBracket } from './brackets.ts';
import { supplyBracketBeforeProperty } from './missingBrackets.ts';
import type { JsonReader } from './reader.ts';
import {
  advance,
  expectAfterValue,
  innermost,
  isFollowedByColon,
  placeValue,
  reportMisfit,
  tokenSpan,
} from './reader.ts';
import { reportTrailingComma, skipMissingValue } from './readProperty.ts';
import type { JsonValue } from './tree.ts';
import { readWord } from './words.ts';

/** Reads what stands where a value is due: of a property, of an array or of the whole file. */
export function readValue(reader: JsonReader): void {
  const { token } = reader.tokens;
  switch (token.kind) {
    case '{':
    case '[':
      openBracket(reader, token.kind);
      break;
    case 'string':
      readString(reader);
      break;
    case 'number':
      finishValue(reader, numberNode(reader));
      break;
    case 'literal':
      finishValue(reader, literalNode(reader, token.text));
      break;
    case 'word':
      readBadWord(reader);
      break;
    case '}':
    case ']':
      closeWithoutValue(reader, token.kind);
      break;
    case ',':
      skipEmptyItem(reader);
      break;
    default:
      reportMisfit(reader, 'This colon is out of place: a value is expected here.', tokenSpan(reader));
      advance(reader);
  }
}

function readString(reader: JsonReader): void {
  const isNextProperty = innermost(reader)?.type === 'object' && isFollowedByColon(reader);
  if (isNextProperty) skipMissingValue(reader, true);
  else if (!supplyBracketBeforeProperty(reader))
    finishValue(reader, stringNode(reader, reader.tokens.token.text));
}

function finishValue(reader: JsonReader, value: JsonValue): void {
  placeValue(reader, value);
  expectAfterValue(reader);
  advance(reader);
}

function readBadWord(reader: JsonReader): void {
  const { message, value } = readWord(reader.tokens.token.text);
  const repair = value === undefined ? undefined : replacement(tokenSpan(reader), JSON.stringify(value));
  reportMisfit(reader, message, tokenSpan(reader), repair);
  if (value !== undefined) placeValue(reader, wordNode(reader, value));
  expectAfterValue(reader);
  advance(reader);
  reader.isEcho = true;
}

function wordNode(reader: JsonReader, value: string | number | boolean | null): JsonValue {
  if (typeof value === 'string') return stringNode(reader, value);
  return typeof value === 'number' ? numberNode(reader) : literalNode(reader, String(value));
}

function closeWithoutValue(reader: JsonReader, bracket: '}' | ']'): void {
  const container = innermost(reader);
  if (container?.type === 'object') {
    skipMissingValue(reader, false);
    return;
  }
  if (container && reader.expected === 'value' && bracket === ']') reportTrailingComma(reader);
  readClosingBracket(reader, bracket);
}

function skipEmptyItem(reader: JsonReader): void {
  if (innermost(reader)?.type === 'object') {
    skipMissingValue(reader, false);
    return;
  }
  reportMisfit(reader, 'No value stands before this comma.', tokenSpan(reader), removal(tokenSpan(reader)));
  if (reader.open.length > 0) reader.expected = 'value';
  advance(reader);
}

function stringNode(reader: JsonReader, value: string): JsonValue {
  return { type: 'string', span: tokenSpan(reader), value };
}

function numberNode(reader: JsonReader): JsonValue {
  const raw = reader.tokens.token.text;
  return { type: 'number', span: tokenSpan(reader), value: Number(raw), raw };
}

function literalNode(reader: JsonReader, word: string): JsonValue {
  const span = tokenSpan(reader);
  return word === 'null' ? { type: 'null', span } : { type: 'boolean', span, value: word === 'true' };
}
