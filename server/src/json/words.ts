/** What a word that is no JSON most likely stands for. */
export interface WordReading {
  readonly message: string;
  /** The value it is read as, so that checking can go on; `undefined` when nothing can be said. */
  readonly value?: string | number | boolean | null;
}

/** Reads a word other languages would accept where JSON does not: `True`, `None`, `'text'`, `.5`, `007`. */
export function readWord(word: string): WordReading {
  return (
    readLiteral(word) ??
    readNumber(word) ??
    readQuoted(word) ?? { message: `${display(word)} is no JSON value. Text stands in double quotes.` }
  );
}

/** A word without any letter or digit: a stray character, such as a no-break space. */
export function isStray(word: string): boolean {
  return !/[\p{L}\p{N}_'\u2018\u2019\u201c\u201d]/u.test(word);
}

/** What to say of a stray character. */
export function strayMessage(word: string): string {
  return `${display(word)} does not belong here.`;
}

/** The word as a property name: without the quotes it may have. */
export function readName(word: string): string {
  return unquote(word) ?? word;
}

const LITERALS: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  null: null,
  none: null,
  nil: null,
  undefined: null,
};

function readLiteral(word: string): WordReading | undefined {
  const lower = word.toLowerCase();
  if (!Object.hasOwn(LITERALS, lower)) return undefined;
  const value = LITERALS[lower] ?? null;
  return { message: `${word} is no JSON value. JSON writes ${value}.`, value };
}

function readNumber(word: string): WordReading | undefined {
  if (/^0\d+$/.test(word)) {
    return {
      message: `A JSON number has no leading zeros: ${word}. An id with leading zeros is text and stands in double quotes.`,
      value: word,
    };
  }
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(word)) {
    return {
      message: `${word} is no JSON number. JSON numbers have no plus sign, and digits on both sides of the point.`,
      value: Number(word),
    };
  }
  if (/^[+-]?(nan|infinity)$/i.test(word)) return { message: `${word} is no JSON number.` };
  return undefined;
}

function readQuoted(word: string): WordReading | undefined {
  const value = unquote(word);
  if (value === undefined) return undefined;
  return { message: 'JSON writes text in double quotes, not in single or typographic ones.', value };
}

function unquote(word: string): string | undefined {
  const match = /^(?:'(.*)'|[\u201c\u201d\u201e](.*)[\u201c\u201d]|\u2018(.*)\u2019)$/s.exec(word);
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

/** The word, or the number of its character where nothing would be seen. */
function display(word: string): string {
  const shown = word.length > 40 ? `${word.slice(0, 40)}…` : word;
  if (!/[\p{C}\p{Z}]/u.test(shown)) return shown;
  const code = (shown.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `The character U+${code}`;
}
