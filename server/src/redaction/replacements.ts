import type { SensitiveKind, SensitiveValue } from './sensitiveValue.ts';
import { testValue } from './testValues.ts';

/** What stands for each value of some files: the same for the same value, in whatever file and case it is written. */
export type Replacements = (value: SensitiveValue) => string;

/** More numbers are not tried for a form: it has not that many values. */
const ATTEMPTS = 1000;

/** A shorter value may be part of another by chance. */
const LONG = 6;
const LONG_WORD = /[\p{L}\d]{6,}/gu;

/** With more values than this a replacement is not compared with each of them. */
const COMPARED = 1000;

/**
 * Chooses a test value for each value, none of which stands in any of the files: what a copy holds tells nothing of
 * another original.
 * @param values of all files, in the order in which they are to be numbered
 * @param texts the files
 */
export function chooseReplacements(
  values: readonly SensitiveValue[],
  texts: readonly string[],
): Replacements {
  const originals = new Set(values.map(({ value }) => value.toLowerCase()));
  const chosen = new Map<string, { readonly kind: SensitiveKind; readonly number: number }>();
  const last = new Map<SensitiveKind, number>();
  const taken = new Set<string>();

  const words = longWords(texts);
  const long = originals.size > COMPARED ? [] : [...originals].filter(({ length }) => length >= LONG);

  function isFree(candidate: string): boolean {
    const key = candidate.toLowerCase();
    if (originals.has(key) || taken.has(key) || words.has(key)) return false;
    return !long.some((original) => key.includes(original));
  }

  // An id may also stand where any id may; what it is is told by the place that has it alone.
  for (const value of values.toSorted((a, b) => generality(a) - generality(b))) {
    const key = keyOf(value);
    if (chosen.has(key)) continue;
    const { kind } = value;
    const from = (last.get(kind) ?? 0) + 1;
    let number = from;
    while (number < from + ATTEMPTS && !isFree(testValue(value, number))) number++;
    chosen.set(key, { kind, number });
    last.set(kind, number);
    taken.add(testValue(value, number).toLowerCase());
  }
  return (value) => {
    const { kind, number } = chosen.get(keyOf(value)) ?? { kind: value.kind, number: 1 };
    return testValue({ ...value, kind }, number);
  };
}

/** The words of some texts that are long enough to be an id, in lower case. */
function longWords(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(LONG_WORD)) words.add(word.toLowerCase());
  }
  return words;
}

const IDS: ReadonlySet<SensitiveKind> = new Set(['tin', 'npi', 'entityId', 'cehrtId', 'otherId']);

function generality({ kind }: SensitiveValue): number {
  return kind === 'otherId' ? 1 : 0;
}

/** An id has one replacement, whichever kind of id it stands for. */
function keyOf({ kind, value }: SensitiveValue): string {
  return `${IDS.has(kind) ? 'id' : kind} ${value.replace(/\s+/g, ' ').toLowerCase()}`;
}
