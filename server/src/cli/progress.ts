import type { Terminal } from './terminal.ts';

/** A bar that shows how many files are done. */
export interface Progress {
  advance(): void;
  /** Takes the bar away while a text is written, so that they do not mix. */
  around(write: () => void): void;
  end(): void;
}

const NONE: Progress = { advance: () => {}, around: (write) => write(), end: () => {} };

/**
 * A bar on standard error where somebody watches it and there is something to wait for; else nothing.
 * @param total files
 */
export async function startProgress(total: number, { isWatched }: Terminal): Promise<Progress> {
  if (!isWatched || total < 2) return NONE;
  // Read when needed: most runs have no bar.
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value} of {total} files, {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  });
  let done = 0;
  bar.start(total, 0);
  return {
    advance: () => bar.update(++done),
    around: (write) => {
      bar.stop();
      write();
      bar.start(total, done);
    },
    end: () => bar.stop(),
  };
}
