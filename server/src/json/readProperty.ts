import { insertion, removal, replacement } from '../text/edit.ts';
import { readClosingBracket } from './brackets.ts';
import { supplyBracketBetweenItems } from './missingBrackets.ts';
import type { JsonReader } from './reader.ts';
import {
  addProblem,
  advance,
  gapSpan,
  innermost,
  isFollowedByColon,
  reportMisfit,
  tokenSpan,
} from './reader.ts';
import { readName } from './words.ts';

/** Reads what stands where the name of a property or the end of its object is due. */
export function readKey(reader: JsonReader): void {
  const { token } = reader.tokens;
  switch (token.kind) {
    case 'string':
      addProperty(reader, token.text);
      break;
    case 'word':
    case 'literal':
    case 'number': {
      const name = readName(token.text);
      const message = `A property name stands in double quotes: "${name}".`;
      reportMisfit(reader, message, tokenSpan(reader), replacement(tokenSpan(reader), JSON.stringify(name)));
      addProperty(reader, name);
      break;
    }
    case '}':
    case ']':
      closeAfterKeyExpected(reader, token.kind);
      break;
    case ',':
      reportMisfit(
        reader,
        'No property stands before this comma.',
        tokenSpan(reader),
        removal(tokenSpan(reader)),
      );
      advance(reader);
      break;
    default:
      if (token.kind === '{' && supplyBracketBetweenItems(reader)) return;
      reportMisfit(reader, 'The name of the property is missing here.', tokenSpan(reader));
      addNamelessProperty(reader);
      if (token.kind === ':') advance(reader);
  }
}

function closeAfterKeyExpected(reader: JsonReader, bracket: '}' | ']'): void {
  if (reader.expected === 'key' && bracket === '}') reportTrailingComma(reader);
  readClosingBracket(reader, bracket);
}

function addProperty(reader: JsonReader, key: string): void {
  const object = innermost(reader);
  if (object?.type === 'object') object.properties.push({ key, keySpan: tokenSpan(reader), value: null });
  reader.expected = 'colon';
  advance(reader);
}

function addNamelessProperty(reader: JsonReader): void {
  const object = innermost(reader);
  const { start } = reader.tokens.token;
  if (object?.type === 'object')
    object.properties.push({ key: '', keySpan: { start, end: start }, value: null });
  reader.expected = 'value';
}

/** Reads what stands between the name of a property and its value. */
export function readColon(reader: JsonReader): void {
  const { kind } = reader.tokens.token;
  const isNextProperty = kind === 'string' && isFollowedByColon(reader);
  if (kind === ':') {
    reader.expected = 'value';
    advance(reader);
  } else if (kind === ',' || kind === '}' || kind === ']' || isNextProperty) {
    skipMissingValue(reader, isNextProperty);
  } else {
    const message = `A colon is missing after ${lastKey(reader)}.`;
    reportMisfit(reader, message, gapSpan(reader), insertion(reader.previousEnd, ':'));
    reader.expected = 'value';
  }
}

/** Leaves the property without a value and goes on with what follows it. */
export function skipMissingValue(reader: JsonReader, isNextProperty: boolean): void {
  reportMisfit(reader, `The value of ${lastKey(reader)} is missing.`, gapSpan(reader));
  reader.expected = isNextProperty ? 'key' : 'separator';
}

function lastKey(reader: JsonReader): string {
  const object = innermost(reader);
  const key = object?.type === 'object' ? object.properties.at(-1)?.key : undefined;
  return key ? `"${key}"` : 'the property';
}

/** The comma before the bracket that closes here: JSON knows no comma after the last item. */
export function reportTrailingComma(reader: JsonReader): void {
  addProblem(reader.problems, {
    kind: 'trailing-comma',
    message: 'JSON has no comma after the last item: the upload cannot read the file. Delete this one.',
    span: reader.lastComma ?? gapSpan(reader),
  });
}
