import assert from 'node:assert/strict';
import { readArguments } from '../../../server/src/cli/arguments.ts';
import { command } from '../../../server/src/cli/command.ts';
import { commandHelp, programHelp } from '../../../server/src/cli/help.ts';
import { choice, count, flag, list, text, yearOption } from '../../../server/src/cli/options.ts';
import { UsageError } from '../../../server/src/cli/usageError.ts';

const weigh = command({
  name: 'weigh',
  operands: 'PATH...',
  title: 'weighs files',
  description: 'In grams.',
  options: {
    format: choice(['pretty', 'json'], 'For people or for tools.'),
    year: yearOption,
    raw: flag('Unpacked.'),
    output: text('FILE', 'Where to.'),
    add: list('N', 'Weight on top.', Number),
    most: count('At most.'),
  },
  run: () => 0,
});

function options(...argv: string[]) {
  const call = readArguments(['weigh', ...argv, 'file.xml'], [weigh]);
  assert(call.kind === 'run');
  return call.options;
}

describe('readArguments', () => {
  it("reads a command's options by its own table", () => {
    assert.deepEqual(
      options('--format', 'json', '--year', '2025', '--raw', '--output', 'a', '--add', '1', '--add', '2'),
      { format: 'json', year: 2025, raw: true, output: 'a', add: [1, 2], most: null },
    );
  });

  it('takes the first choice, no flag and nothing where options are left out', () => {
    assert.deepEqual(options(), {
      format: 'pretty',
      year: null,
      raw: false,
      output: null,
      add: [],
      most: null,
    });
  });

  it('takes a single dash as an operand', () => {
    const call = readArguments(['weigh', '-'], [weigh]);
    assert.deepEqual(call.kind === 'run' && call.operands, ['-']);
  });

  const refused: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^There is no command "mend"; there are weigh\.$/, ['mend', 'file.xml']],
    [/^The command comes first/, ['--raw', 'weigh', 'file.xml']],
    [/^The command weigh has no option --small\.$/, ['weigh', '--small', 'file.xml']],
    [/^The command weigh needs PATH/, ['weigh']],
    [/^--format is pretty or json, not "yaml"\.$/, ['weigh', '--format', 'yaml', 'file.xml']],
    [/^--year is a performance year such as 2025, not "25"\.$/, ['weigh', '--year', '25', 'file.xml']],
    [/^--most is a whole number, not "-1"\.$/, ['weigh', '--most=-1', 'file.xml']],
  ];
  for (const [message, argv] of refused) {
    it(`refuses ${argv.join(' ')}`, () => {
      assert.throws(
        () => readArguments(argv, [weigh]),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }

  it('asks for help of the program or of one command', () => {
    for (const argv of [[], ['help'], ['--help'], ['-h']]) {
      assert.deepEqual(readArguments(argv, [weigh]), { kind: 'help', command: null });
    }
    for (const argv of [
      ['help', 'weigh'],
      ['weigh', '--help'],
      ['weigh', '-h', 'file.xml'],
    ]) {
      assert.deepEqual(readArguments(argv, [weigh]), { kind: 'help', command: weigh });
    }
  });
});

describe('Help', () => {
  it('lists every command with what it does', () => {
    assert.match(programHelp([weigh]), /^ {2}qpp-lens weigh PATH\.\.\. {2}weighs files$/m);
  });

  it('lists every option of a command with its values', () => {
    const help = commandHelp(weigh);
    assert.match(help, /^ {2}--format pretty\|json +For people or for tools\.$/m);
    assert.match(help, /^ {2}--raw +Unpacked\.$/m);
    assert.match(help, /^ {2}--add N\.\.\. +Weight on top\.$/m);
  });
});
