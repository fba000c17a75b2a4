import { readSeparator, reopenRoot } from './brackets.ts';
import type { JsonReader } from './reader.ts';
import { addProblem, advance, reportMisfit, tokenSpan } from './reader.ts';
import { readColon, readKey } from './readProperty.ts';
import { readValue } from './readValue.ts';
import { skipWhiteSpace } from './tokens.ts';
import { isStray, strayMessage } from './words.ts';

/** Reads the current token, whatever may come next there. */
export function readToken(reader: JsonReader): void {
  const { token } = reader.tokens;
  if (token.kind === 'word' && isStray(token.text)) {
    reportMisfit(reader, strayMessage(token.text), tokenSpan(reader));
    advance(reader);
    reader.isEcho = true;
    return;
  }
  switch (reader.expected) {
    case 'key':
    case 'key-or-close':
      readKey(reader);
      break;
    case 'colon':
      readColon(reader);
      break;
    case 'separator':
      readSeparator(reader);
      break;
    case 'end':
      readAfterEnd(reader);
      break;
    default:
      readValue(reader);
  }
}

/** Whatever follows the file's value is one problem; properties that a bracket too many cut off are read all the same. */
function readAfterEnd(reader: JsonReader): void {
  const { text, tokens } = reader;
  const { start } = tokens.token;
  if (!reader.isUnbalanced) {
    addProblem(reader.problems, {
      kind: 'content-after-end',
      message: 'The JSON ends before this. A file holds one value and nothing behind it.',
      span: { start, end: start + text.slice(start).trimEnd().length },
    });
  }
  const isCutOff = tokens.token.kind === ',' && text.charAt(skipWhiteSpace(text, tokens.token.end)) === '"';
  if (isCutOff && reader.reopenable?.type === 'object') {
    reader.isUnbalanced = true;
    reopenRoot(reader);
  } else {
    while (tokens.token.kind !== 'end') advance(reader);
  }
}
