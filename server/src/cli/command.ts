import type { Knowledge } from '../knowledge.ts';
import type { Option } from './options.ts';
import type { Terminal } from './terminal.ts';

/** The options of a command by their names without dashes. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What the options of a call say. */
export type OptionValues<Options extends OptionTable> = {
  readonly [Name in keyof Options]: ReturnType<Options[Name]['read']>;
};

/** What a command may reach beyond its own arguments. */
export interface Environment {
  readonly terminal: Terminal;
  /** @throws UsageError when `measuresData` is no checkout of CMS's data */
  knowledge(measuresData: string | null): Knowledge;
  readonly version: string;
  /** The script of threads that check files. */
  readonly workerProgram: string;
  /** From now on Ctrl-C does not end the program: it aborts the signal, and a second one ends it. */
  interruption(): AbortSignal;
}

/** One command: its options, what help says of it and what it does stand in one file. */
export interface Command<Options extends OptionTable = OptionTable> {
  readonly name: string;
  /** What it works on, as help shows it: `PATH...`, `FILE`. */
  readonly operands: string;
  /** One line for the list of commands. */
  readonly title: string;
  /** What else a user should know, for the command's own help; lines of at most 100 characters. */
  readonly description: string;
  readonly options: Options;
  /**
   * @param options by their names, read
   * @param operands the words after the command that are no options, at least one
   * @returns the exit code: 0 all well, 1 the files are not, 2 could not run
   * @throws UsageError for what makes no call of the command
   */
  run(
    options: OptionValues<Options>,
    operands: readonly string[],
    environment: Environment,
  ): number | Promise<number>;
}

/** Keeps the types of a command's own options inside it, so that commands of all kinds fit one list. */
export function command<Options extends OptionTable>(definition: Command<Options>): Command {
  return {
    ...definition,
    // The values come from the same table of options that the definition states their types with.
    run: (options, operands, environment) =>
      definition.run(options as OptionValues<Options>, operands, environment),
  };
}
