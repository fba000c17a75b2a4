import type { Command } from './command.ts';

const PATHS = `PATH is a file, a folder or a glob. Folders are searched for .xml and .json files.`;

const EXIT_CODES = 'Exit code: 0 no finding of severity error, 1 at least one, 2 could not run.';

/** All commands at a glance. */
export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name, operands }) => `${name} ${operands}`.length));
  const lines = commands.map(
    ({ name, operands, title }) => `  qpp-lens ${`${name} ${operands}`.padEnd(width)}  ${title}`,
  );
  return [
    'qpp-lens: checks, scores and converts QRDA Category III XML and QPP JSON files.',
    '',
    ...lines,
    '',
    PATHS,
    '`qpp-lens COMMAND --help` lists the options of a command, `qpp-lens --version` tells the version.',
    '',
    EXIT_CODES,
  ].join('\n');
}

/** One command with its options. */
export function commandHelp({ name, operands, title, description, options }: Command): string {
  const rows = Object.entries(options).map(([option, { value, help, isRepeatable }]) => ({
    written: `--${option}${value === null ? '' : ` ${value}`}${isRepeatable ? '...' : ''}`,
    help,
  }));
  const width = Math.max(...rows.map(({ written }) => written.length));
  return [
    `qpp-lens ${name} [OPTION]... ${operands}: ${title}`,
    '',
    description,
    '',
    ...rows.map(({ written, help }) => `  ${written.padEnd(width)}  ${help}`),
  ].join('\n');
}
