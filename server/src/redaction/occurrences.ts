import type { Span } from '../text/span.ts';
import type { SensitiveValue } from './sensitiveValue.ts';

/** A value met at another place than where the format has it. */
export interface Occurrence {
  readonly span: Span;
  /** The value it is, as it was found first. */
  readonly original: SensitiveValue;
}

/** Dates look like ids of eight digits, and stand all over a file. */
const DATE = /^(?:19|20)\d{6}$/;

/**
 * Where the values stand besides: ids and whole names anywhere; short ids and parts of names, which may be anything,
 * in comments and narrative alone.
 * @param untouched stretches in which a part of a name is just a word
 */
export function occurrencesOf(
  values: readonly SensitiveValue[],
  text: string,
  untouched: readonly Span[],
): Occurrence[] {
  const distinctive = values.filter(isDistinctive);
  const others = values.filter((value) => !isDistinctive(value) && value.value.length >= 4);
  const found = find(distinctive, text);
  const words = others.filter(({ kind }) => kind !== 'state' && kind !== 'addressPart');
  if (words.length === 0) return found;
  const free = freeText(text);
  const isFree = ({ start, end }: Span) =>
    holds(free, start, end) && !untouched.some((span) => start < span.end && end > span.start);
  return [...found, ...find(words, text).filter(({ span }) => isFree(span))];
}

/** Whether a value can be nothing else wherever it stands. */
function isDistinctive({ kind, value }: SensitiveValue): boolean {
  if (/^\d+$/.test(value)) return value.length >= 8 && !DATE.test(value);
  switch (kind) {
    case 'organizationName':
    case 'personName':
    case 'street':
      return value.length >= 8 && /\s/.test(value);
    case 'telecom':
      return value.length >= 8;
    case 'tin':
    case 'npi':
    case 'entityId':
    case 'cehrtId':
    case 'otherId':
      return value.length >= 5 && /\d/.test(value);
    default:
      return false;
  }
}

function find(values: readonly SensitiveValue[], text: string): Occurrence[] {
  const byKey = new Map<string, SensitiveValue>();
  for (const value of values) if (!byKey.has(keyOf(value.value))) byKey.set(keyOf(value.value), value);
  if (byKey.size === 0) return [];
  const longestFirst = [...byKey.values()].sort((a, b) => b.value.length - a.value.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:${longestFirst.map(patternOf).join('|')})(?![\\p{L}\\d])`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap(({ index, 0: match }) => {
    const original = byKey.get(keyOf(match)) ?? byKey.get(match.replace('-', ''));
    return original ? [{ span: { start: index, end: index + match.length }, original }] : [];
  });
}

function keyOf(value: string): string {
  return value.replace(/\s+/g, ' ');
}

/** White space may be any, and a TIN may be written with its dash. */
function patternOf({ kind, value }: SensitiveValue): string {
  if (kind === 'tin' && /^\d{9}$/.test(value)) return `${value.slice(0, 2)}-?${value.slice(2)}`;
  return value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** The stretches outside tags, comments among them; all of a text without tags. Ascending. */
function freeText(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index, 0: tag } of text.matchAll(/<(?!!--|!\[CDATA\[)[^<>]*>?/g)) {
    if (index > from) spans.push({ start: from, end: index });
    from = index + tag.length;
  }
  if (from < text.length) spans.push({ start: from, end: text.length });
  return spans;
}

function holds(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (!span) return false;
    if (end > span.end) low = middle + 1;
    else if (start < span.start) high = middle - 1;
    else return true;
  }
  return false;
}
