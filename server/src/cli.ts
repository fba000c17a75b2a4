import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { isColorSupported } from 'picocolors';
import packageJson from '../../package.json' with { type: 'json' };
import { HELP, readArguments, UsageError } from './cli/arguments.ts';
import { check } from './cli/check.ts';
import { convert } from './cli/convert.ts';
import { participants } from './cli/participants.ts';
import { score } from './cli/score.ts';
import type { Terminal } from './cli/terminal.ts';
import type { Knowledge } from './knowledge.ts';
import { readKnowledge } from './knowledgeFolder.ts';

const terminal: Terminal = {
  hasColor: isColorSupported && process.stdout.isTTY === true,
  out: (text) => writeAll(1, `${text}\n`),
  error: (text) => writeAll(2, `${text}\n`),
};

process.exitCode = run(process.argv.slice(2));

function run(argv: readonly string[]): number {
  try {
    const command = readArguments(argv);
    switch (command.name) {
      case 'check':
        return check(command.options, knowledgeFor(command.options), terminal);
      case 'score':
        return score(command.options, knowledgeFor(command.options), terminal);
      case 'convert':
        return convert(command.options, knowledgeFor(command.options), terminal);
      case 'participants':
        return participants(command.options, knowledgeFor(command.options), terminal);
      case 'help':
        terminal.out(HELP);
        return 0;
      case 'version':
        terminal.out(packageJson.version);
        return 0;
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(`qpp-lens: ${error.message}`);
    return 2;
  }
}

function knowledgeFor({ measuresData }: { readonly measuresData: string | null }): Knowledge {
  try {
    return readKnowledge(join(__dirname, 'schemas'), measuresData);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Writes all of a text before returning, also to a pipe whose reader is slow; a reader that went away is no fault. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}
