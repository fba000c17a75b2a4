import { closeAtEnd, readSeparator, reopenRoot } from './brackets.ts';
import { withoutQuoteEchoes } from './quoteEchoes.ts';
import type { JsonReader } from './reader.ts';
import { addProblem, advance, createReader, reportMisfit, tokenSpan } from './reader.ts';
import { readColon, readKey } from './readProperty.ts';
import { readValue } from './readValue.ts';
import { skipWhiteSpace } from './tokens.ts';
import type { JsonDocument, JsonProblem } from './tree.ts';
import { isStray, strayMessage } from './words.ts';

/**
 * Reads a text as JSON (RFC 8259). It always returns: whatever `JSON.parse` would refuse becomes a problem with its
 * place, and reading goes on behind it. Duplicate keys, which `JSON.parse` accepts, are told too. A byte order mark is
 * passed over, as decoders do. Problems are in text order.
 */
export function parseJson(text: string): JsonDocument {
  if (isNotUtf8(text)) return { text, root: null, problems: [encodingProblem(text)], isUnbalanced: false };
  const reader = createReader(text);
  advance(reader);
  while (reader.tokens.token.kind !== 'end') readToken(reader);
  closeAtEnd(reader);
  if (!reader.root && reader.problems.length === 0) {
    const span = { start: 0, end: text.length };
    addProblem(reader.problems, { kind: 'empty-document', message: 'The file holds no JSON.', span });
  }
  const inOrder = reader.problems.sort((a, b) => a.span.start - b.span.start);
  const problems = withoutQuoteEchoes(inOrder, text);
  return { text, root: reader.root, problems, isUnbalanced: reader.isUnbalanced };
}

function readToken(reader: JsonReader): void {
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

/** UTF-16 read as UTF-8: every other character is NUL, or the byte order mark became replacement characters. */
function isNotUtf8(text: string): boolean {
  return text.startsWith('\ufffd') || (text.charCodeAt(0) === 0) !== (text.charCodeAt(1) === 0);
}

function encodingProblem(text: string): JsonProblem {
  return {
    kind: 'encoding',
    message: 'The file is not encoded in UTF-8. Save it as UTF-8, the encoding JSON is read in.',
    span: { start: 0, end: Math.min(text.length, 1) },
  };
}
