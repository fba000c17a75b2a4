import { parseArgs } from 'node:util';
import type { Command, OptionTable, OptionValues } from './command.ts';
import type { Option } from './options.ts';
import { UsageError } from './usageError.ts';

/** What the command line asks for. */
export type Call =
  | { readonly kind: 'version' }
  /** @property command whose help is asked for; `null` for the list of commands */
  | { readonly kind: 'help'; readonly command: Command | null }
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly options: OptionValues<OptionTable>;
      readonly operands: readonly string[];
    };

const HELP_WORDS: readonly (string | undefined)[] = [undefined, 'help', '--help', '-h'];

/** Reads the words after the program's name. Throws a {@link UsageError} for anything that makes no call. */
export function readArguments(argv: readonly string[], commands: readonly Command[]): Call {
  const [name, ...rest] = argv;
  if (name === '--version') return { kind: 'version' };
  if (HELP_WORDS.includes(name)) {
    const [topic] = rest;
    return { kind: 'help', command: topic === undefined ? null : commandNamed(topic, commands) };
  }
  const command = commandNamed(name ?? '', commands);
  const { values, positionals } = parse(rest, command);
  if (values.help) return { kind: 'help', command };
  const options = readOptions(command.options, values);
  if (positionals.length === 0)
    throw new UsageError(`The command ${command.name} needs ${command.operands}.`);
  return { kind: 'run', command, options, operands: positionals };
}

/** The only one of the operands, for commands that take one file. */
export function onlyOperand(operands: readonly string[], command: string): string {
  const [path, ...more] = operands;
  if (path === undefined || more.length > 0) throw new UsageError(`The command ${command} takes one file.`);
  return path;
}

function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const names = commands.map((candidate) => candidate.name).join(', ');
  throw new UsageError(
    name.startsWith('-')
      ? `The command comes first, then its options: ${names}; not "${name}".`
      : `There is no command "${name}"; there are ${names}.`,
  );
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parse(
  args: readonly string[],
  { name, options }: Command,
): { readonly values: Values; readonly positionals: readonly string[] } {
  const table = Object.entries(options).map(
    ([option, { type }]) => [option, { type, multiple: true }] as const,
  );
  try {
    return parseArgs({
      args: [...args],
      options: { ...Object.fromEntries(table), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '([^']+)'/.exec(message)?.[1];
    throw new UsageError(unknown ? `The command ${name} has no option ${unknown}.` : message);
  }
}

function readOptions(table: OptionTable, values: Values): OptionValues<OptionTable> {
  const read = ([name, option]: readonly [string, Option<unknown>]) =>
    [name, option.read(textsOf(values[name]), `--${name}`)] as const;
  return Object.fromEntries(Object.entries(table).map(read));
}

/** The texts of an option as given; a flag that is there counts as one. */
function textsOf(value: Values[string]): string[] {
  return [value ?? []].flat().map(String);
}
