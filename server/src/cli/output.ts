import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/** Where a report goes, piece by piece. */
export interface Output {
  write(text: string): void;
  /** It stands on the screen, among what standard error shows. */
  readonly isOnScreen: boolean;
  /** All was written. */
  finish(): void;
  /** The report ends unfinished: a file of it would pass for a whole one, and is taken away. */
  abandon(): void;
}

/** Standard output. */
export function terminalOutput(terminal: Terminal): Output {
  return {
    write: (text) => terminal.write(text),
    isOnScreen: terminal.isShared,
    finish: () => {},
    abandon: () => {},
  };
}

/**
 * A file that appears under its name only when it is whole.
 * @throws UsageError when it cannot be written
 */
export function fileOutput(path: string): Output {
  // A pipe or device is written as it is; to rename a file over it would destroy it.
  const isSpecial = statSync(path, { throwIfNoEntry: false })?.isFile() === false;
  const written = isSpecial ? path : `${path}.part`;
  const told = <T>(task: () => T): T => {
    try {
      return task();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(`"${path}" cannot be written (${reason}).`);
    }
  };
  const file = told(() => openSync(written, 'w'));
  return {
    write: (text) => {
      told(() => writeFileSync(file, text));
    },
    isOnScreen: false,
    finish: () => {
      closeSync(file);
      if (!isSpecial) told(() => renameSync(written, path));
    },
    abandon: () => {
      closeSync(file);
      if (!isSpecial) rmSync(written, { force: true });
    },
  };
}
