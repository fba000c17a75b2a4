import { parseArgs } from 'node:util';
import type { Profile } from '../rules/finding.ts';
import { parseWhatIf, type WhatIf } from '../scoring/whatIf.ts';

/** A fault in how the command was called: told in one sentence, with exit code 2. */
export class UsageError extends Error {}

export type Command =
  | { readonly name: 'check'; readonly options: CheckArguments }
  | { readonly name: 'score'; readonly options: ScoreArguments }
  | { readonly name: 'convert'; readonly options: ConvertArguments }
  | { readonly name: 'participants'; readonly options: ParticipantsArguments }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

export type CheckFormat = 'pretty' | 'json';

/** Options that every command takes. */
interface CommonArguments {
  /** A checkout of CMS's measures data that is newer than our own. */
  readonly measuresData: string | null;
}

export interface CheckArguments extends CommonArguments {
  readonly format: CheckFormat;
  readonly profile: Profile;
  readonly performanceYear: number | null;
  readonly raw: boolean;
  readonly paths: readonly string[];
}

export interface ScoreArguments extends CommonArguments {
  readonly format: 'pretty' | 'json';
  readonly performanceYear: number | null;
  readonly smallPractice: boolean;
  readonly specialStatus: boolean;
  readonly apmParticipant: boolean;
  /** Changes that are scored instead of what the files say. */
  readonly whatIf: readonly WhatIf[];
  readonly paths: readonly string[];
}

export interface ConvertArguments extends CommonArguments {
  readonly performanceYear: number | null;
  readonly path: string;
}

export interface ParticipantsArguments extends CommonArguments {
  readonly format: 'pretty' | 'json';
  readonly paths: readonly string[];
}

const OPTIONS = {
  format: { type: 'string' },
  profile: { type: 'string' },
  year: { type: 'string' },
  raw: { type: 'boolean' },
  'small-practice': { type: 'boolean' },
  'special-status': { type: 'boolean' },
  'apm-participant': { type: 'boolean' },
  'what-if': { type: 'string', multiple: true },
  'measures-data': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Which options each command takes. */
const OPTIONS_OF = {
  check: ['format', 'profile', 'year', 'raw', 'measures-data'],
  score: [
    'format',
    'year',
    'small-practice',
    'special-status',
    'apm-participant',
    'what-if',
    'measures-data',
  ],
  convert: ['year', 'measures-data'],
  participants: ['format', 'measures-data'],
} as const satisfies Readonly<Record<string, readonly OptionName[]>>;

type CommandName = keyof typeof OPTIONS_OF;
type Values = ReturnType<typeof parse>['values'];

/** Reads the command line. Throws a {@link UsageError} for anything that makes no command. */
export function readArguments(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.version) return { name: 'version' };
  const [name, ...paths] = positionals;
  if (values.help || name === undefined || name === 'help') return { name: 'help' };
  if (!isCommand(name)) {
    throw new UsageError(`There is no command "${name}"; there are ${Object.keys(OPTIONS_OF).join(', ')}.`);
  }
  const allowed: readonly string[] = OPTIONS_OF[name];
  const foreign = Object.keys(values).find((option) => !allowed.includes(option));
  if (foreign) throw new UsageError(`The command ${name} has no option --${foreign}.`);
  if (paths.length === 0) throw new UsageError(`The command ${name} needs the path of a file.`);
  return readCommand(name, values, paths);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(OPTIONS_OF, name);
}

function readCommand(name: CommandName, values: Values, paths: readonly string[]): Command {
  const measuresData = values['measures-data'] ?? null;
  const performanceYear = values.year === undefined ? null : yearOf(values.year);
  const format = oneOf('format', values.format ?? 'pretty', ['pretty', 'json']);
  switch (name) {
    case 'check': {
      const profile = oneOf('profile', values.profile ?? 'upload', ['upload', 'guide']);
      const raw = values.raw ?? false;
      return { name, options: { format, profile, performanceYear, raw, measuresData, paths } };
    }
    case 'score':
      return { name, options: { format, performanceYear, ...practiceOf(values), measuresData, paths } };
    case 'participants':
      return { name, options: { format, measuresData, paths } };
    case 'convert': {
      const [path, ...more] = paths;
      if (path === undefined || more.length > 0) throw new UsageError('The command convert takes one file.');
      return { name, options: { performanceYear, measuresData, path } };
    }
  }
}

function practiceOf(
  values: Values,
): Pick<ScoreArguments, 'smallPractice' | 'specialStatus' | 'apmParticipant' | 'whatIf'> {
  return {
    smallPractice: values['small-practice'] ?? false,
    specialStatus: values['special-status'] ?? false,
    apmParticipant: values['apm-participant'] ?? false,
    whatIf: (values['what-if'] ?? []).map(whatIfOf),
  };
}

function whatIfOf(text: string): WhatIf {
  const whatIf = parseWhatIf(text);
  if (!whatIf)
    throw new UsageError(`--what-if is written PI_EP_1=90/100, IA_PM_2=yes or 236=none, not "${text}".`);
  return whatIf;
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
  qpp-lens score   [--format pretty|json] [--year N] [--small-practice] [--special-status] [--apm-participant]
                   [--what-if PI_EP_1=90/100]... PATH...
  qpp-lens convert [--year N] FILE
  qpp-lens participants [--format pretty|json] PATH...

PATH is a file, a folder or a glob. Folders are searched for .xml and .json files.

check    reports what CMS would refuse. --profile guide makes findings of the implementation guide errors too;
         --raw shows every single rule result, nothing hidden as an echo of another; --year judges by another year's rules.
score    shows the points of each measure, several files of one participant together.
         --what-if scores a changed value (236=75/100, PI_HIE_5=yes, 130=none to leave it out).
convert  prints the QPP JSON that CMS's converter makes of a QRDA III file.
participants
         lists who the files are for, as the upload asks for opt-in elections.

--measures-data DIR takes measures and benchmarks from a newer checkout of CMS's qpp-measures-data.

Exit code: 0 no finding of severity error, 1 at least one, 2 could not run.`;
