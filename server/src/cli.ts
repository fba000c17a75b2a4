import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { isColorSupported } from 'picocolors';
import packageJson from '../../package.json' with { type: 'json' };
import { readArguments } from './cli/arguments.ts';
import { answerChecks } from './cli/check/worker.ts';
import type { Environment } from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { commandHelp, programHelp } from './cli/help.ts';
import type { Terminal } from './cli/terminal.ts';
import { UsageError } from './cli/usageError.ts';
import type { Knowledge } from './knowledge.ts';
import { readKnowledge } from './knowledgeFolder.ts';

const terminal: Terminal = {
  hasColor: isColorSupported && process.stdout.isTTY === true,
  // A terminal that does not know its width says 0.
  width: process.stdout.columns || 110,
  isWatched: process.stderr.isTTY === true,
  isShared: process.stdout.isTTY === true,
  out: (text) => writeAll(1, Buffer.from(`${text}\n`)),
  write: (content) => writeAll(1, typeof content === 'string' ? Buffer.from(content) : content),
  error: (text) => writeAll(2, Buffer.from(`${text}\n`)),
};

const environment: Environment = {
  terminal,
  knowledge,
  version: packageJson.version,
  workerProgram: __filename,
  interruption,
};

// The threads that check files run this program too: a second copy of the rules would double the package.
if (isMainThread) main();
else void answerChecks(knowledge);

function main(): void {
  run(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = 2;
    },
  );
}

/** @returns the exit code */
async function run(argv: readonly string[]): Promise<number> {
  try {
    const call = readArguments(argv, commands);
    if (call.kind === 'run') return await call.command.run(call.options, call.operands, environment);
    if (call.kind === 'version') terminal.out(packageJson.version);
    else terminal.out(call.command ? commandHelp(call.command) : programHelp(commands));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(`qpp-lens: ${error.message}`);
    return 2;
  }
}

function knowledge(measuresData: string | null): Knowledge {
  try {
    return readKnowledge(join(__dirname, 'schemas'), measuresData);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

/** Writes all bytes before returning, also to a pipe whose reader is slow; a reader that went away is no fault. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
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
