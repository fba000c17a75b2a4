import { closeAtEnd } from './brackets.ts';
import { withoutQuoteEchoes } from './quoteEchoes.ts';
import { addProblem, advance, createReader } from './reader.ts';
import { readToken } from './readToken.ts';
import { rereadJson } from './reread.ts';
import type { JsonDocument, JsonProblem } from './tree.ts';

/**
 * Reads a text as JSON (RFC 8259). It always returns: whatever `JSON.parse` would refuse becomes a problem with its
 * place, and reading goes on behind it. Duplicate keys, which `JSON.parse` accepts, are told too. A byte order mark is
 * passed over, as decoders do. Problems are in text order.
 * @param before an earlier version of the text: what is the same in both need not be read again
 */
export function parseJson(text: string, before: JsonDocument | null = null): JsonDocument {
  return (before && rereadJson(text, before)) ?? readWhole(text);
}

function readWhole(text: string): JsonDocument {
  if (isNotUtf8(text)) return { text, root: null, problems: [encodingProblem(text)], isUnbalanced: false };
  const reader = createReader(text, text.startsWith('\ufeff') ? 1 : 0);
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
