import { parseArgs } from 'node:util';
import type { Profile } from '../rules/finding.ts';

/** A fault in how the command was called: told in one sentence, with exit code 2. */
export class UsageError extends Error {}

export type Command =
  | { readonly name: 'check'; readonly options: CheckArguments }
  | { readonly name: 'score'; readonly options: ScoreArguments }
  | { readonly name: 'convert'; readonly options: ConvertArguments }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

export type CheckFormat = 'pretty' | 'json';

export interface CheckArguments {
  readonly format: CheckFormat;
  readonly profile: Profile;
  readonly performanceYear: number | null;
  readonly raw: boolean;
  readonly paths: readonly string[];
}

export interface ScoreArguments {
  readonly format: 'pretty' | 'json';
  readonly performanceYear: number | null;
  readonly smallPractice: boolean;
  readonly specialStatus: boolean;
  readonly apmParticipant: boolean;
  readonly paths: readonly string[];
}

export interface ConvertArguments {
  readonly performanceYear: number | null;
  readonly path: string;
}

const OPTIONS = {
  format: { type: 'string' },
  profile: { type: 'string' },
  year: { type: 'string' },
  raw: { type: 'boolean' },
  'small-practice': { type: 'boolean' },
  'special-status': { type: 'boolean' },
  'apm-participant': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Which options each command takes. */
const OPTIONS_OF: Readonly<Record<'check' | 'score' | 'convert', readonly OptionName[]>> = {
  check: ['format', 'profile', 'year', 'raw'],
  score: ['format', 'year', 'small-practice', 'special-status', 'apm-participant'],
  convert: ['year'],
};

/** Reads the command line. Throws a {@link UsageError} for anything that makes no command. */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.version) return { name: 'version' };
  const [name, ...paths] = positionals;
  if (values.help || name === undefined || name === 'help') return { name: 'help' };
  if (name !== 'check' && name !== 'score' && name !== 'convert') {
    throw new UsageError(`There is no command "${name}"; there are check, score and convert.`);
  }
  const foreign = (Object.keys(values) as OptionName[]).find((option) => !OPTIONS_OF[name].includes(option));
  if (foreign) throw new UsageError(`The command ${name} has no option --${foreign}.`);
  if (paths.length === 0) throw new UsageError(`The command ${name} needs the path of a file.`);
  const performanceYear = values.year === undefined ? null : yearOf(values.year);
  if (name === 'check') {
    return {
      name,
      options: {
        format: oneOf('format', values.format ?? 'pretty', ['pretty', 'json']),
        profile: oneOf('profile', values.profile ?? 'upload', ['upload', 'guide']),
        performanceYear,
        raw: values.raw ?? false,
        paths,
      },
    };
  }
  if (name === 'convert') {
    const [path, ...more] = paths;
    if (path === undefined || more.length > 0) throw new UsageError('The command convert takes one file.');
    return { name, options: { performanceYear, path } };
  }
  return {
    name,
    options: {
      format: oneOf('format', values.format ?? 'pretty', ['pretty', 'json']),
      performanceYear,
      smallPractice: values['small-practice'] ?? false,
      specialStatus: values['special-status'] ?? false,
      apmParticipant: values['apm-participant'] ?? false,
      paths,
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new UsageError(`--${option} is ${choices.join(' or ')}, not "${value}".`);
  return choice;
}

function yearOf(value: string): number {
  if (!/^20\d\d$/.test(value))
    throw new UsageError(`--year is a performance year such as 2025, not "${value}".`);
  return Number(value);
}

export const HELP = `qpp-lens: checks, scores and converts QRDA Category III XML and QPP JSON files.

  qpp-lens check   [--format pretty|json] [--profile upload|guide] [--year N] [--raw] PATH...
  qpp-lens score   [--format pretty|json] [--year N] [--small-practice] [--special-status] [--apm-participant] PATH...
  qpp-lens convert [--year N] FILE

PATH is a file, a folder or a glob. Folders are searched for .xml and .json files.

check    reports what CMS would refuse. --profile guide makes findings of the implementation guide errors too;
         --raw shows every single rule result, nothing hidden as an echo of another; --year judges by another year's rules.
score    shows the points of each measure, several files of one participant together.
convert  prints the QPP JSON that CMS's converter makes of a QRDA III file.

Exit code: 0 no finding of severity error, 1 at least one, 2 could not run.`;
