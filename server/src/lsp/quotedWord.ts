import type { Sourced } from '../text/span.ts';

/** No id or GUID is longer; a longer quoted run is something else. */
const LENGTH_LIMIT = 128;
const WORD_CHARACTER = /[\w.:-]/;

/** The quoted value without blanks around an offset: an attribute's value in XML, a string in JSON. */
export function quotedWordAt(text: string, offset: number): Sourced<string> | null {
  let start = offset;
  let end = offset;
  while (offset - start < LENGTH_LIMIT && WORD_CHARACTER.test(text[start - 1] ?? '')) start--;
  while (end - offset < LENGTH_LIMIT && WORD_CHARACTER.test(text[end] ?? '')) end++;
  const isQuoted = start < end && /["']/.test(text[start - 1] ?? '') && text[start - 1] === text[end];
  return isQuoted ? { value: text.slice(start, end), span: { start, end } } : null;
}
