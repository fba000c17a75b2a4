import { UsageError } from './usageError.ts';

/** An option of a command: how it is written, what help says of it, and what its text means. */
export interface Option<T> {
  readonly type: 'boolean' | 'string';
  /** What stands for the value in help: `N`, `FILE`, `pretty|json`; `null` where it takes none. */
  readonly value: string | null;
  readonly help: string;
  /** It may be given several times. */
  readonly isRepeatable: boolean;
  /**
   * @param texts as given, none where the option is left out
   * @param name with its dashes, for messages
   * @throws UsageError when the text is no value of the option
   */
  read(texts: readonly string[], name: string): T;
}

/** `--raw`: there or not. */
export function flag(help: string): Option<boolean> {
  return { type: 'boolean', value: null, help, isRepeatable: false, read: (texts) => texts.length > 0 };
}

/** `--output FILE`: any text; the last one counts. */
export function text(value: string, help: string): Option<string | null> {
  return { type: 'string', value, help, isRepeatable: false, read: (texts) => texts.at(-1) ?? null };
}

/** `--what-if X --what-if Y`: several, each read by itself. */
export function list<T>(value: string, help: string, read: (text: string, name: string) => T): Option<T[]> {
  return {
    type: 'string',
    value,
    help,
    isRepeatable: true,
    read: (texts, name) => texts.map((item) => read(item, name)),
  };
}

/** `--format pretty|json`: one of some words, the first of which counts where it is left out. */
export function choice<const T extends string>(choices: readonly [T, ...T[]], help: string): Option<T> {
  return {
    type: 'string',
    value: choices.join('|'),
    help,
    isRepeatable: false,
    read: (texts, name) => oneOf(choices, texts.at(-1) ?? choices[0], name),
  };
}

/** `--max-warnings N`: a whole number from 0. */
export function count(help: string): Option<number | null> {
  return {
    type: 'string',
    value: 'N',
    help,
    isRepeatable: false,
    read: (texts, name) => {
      const given = texts.at(-1);
      if (given === undefined) return null;
      if (!/^\d{1,9}$/.test(given)) throw new UsageError(`${name} is a whole number, not "${given}".`);
      return Number(given);
    },
  };
}

/** `--year N`, of every command that judges by a year. */
export const yearOption: Option<number | null> = {
  type: 'string',
  value: 'N',
  help: "Judge by this performance year's rules, whatever the file says.",
  isRepeatable: false,
  read: (texts, name) => {
    const given = texts.at(-1);
    if (given === undefined) return null;
    if (!/^20\d\d$/.test(given))
      throw new UsageError(`${name} is a performance year such as 2025, not "${given}".`);
    return Number(given);
  },
};

/** `--measures-data DIR`, of every command. */
export const measuresDataOption = text(
  'DIR',
  "Take measures and benchmarks from a newer checkout of CMS's qpp-measures-data.",
);

/** The word among the choices. Throws a {@link UsageError} that names them when it is none. */
export function oneOf<T extends string>(choices: readonly T[], word: string, name: string): T {
  const found = choices.find((candidate) => candidate === word);
  if (found === undefined) throw new UsageError(`${name} is ${choices.join(' or ')}, not "${word}".`);
  return found;
}
