import type { FoundFile } from '../inputFiles.ts';
import type { CheckRequest, FileResult } from './checkedFile.ts';
import { faultResult } from './checkFile.ts';

/** Threads that check files. */
export interface Workers {
  /** Never rejects: a thread that dies on a file gives it a finding of its own, and another takes its place. */
  check(file: FoundFile): PromiseLike<FileResult>;
  /** Ends the threads, whatever they do. */
  end(): Promise<void>;
}

/** What a thread must answer to. */
export type WorkerMethods = { checkFile(file: FoundFile, request: CheckRequest): FileResult };

/** @param program the script of a thread, which registers {@link WorkerMethods} */
export async function startWorkers(program: string, count: number, request: CheckRequest): Promise<Workers> {
  // Read when needed: a single file must not pay for it.
  const { pool } = await import('workerpool');
  const threads = pool(program, { workerType: 'thread', minWorkers: count, maxWorkers: count });
  const turns = createTurns(count);
  return {
    // A thread that died leaves the pool's own queue waiting: a file is handed over only when a thread is free.
    check: (file) =>
      turns.take(async () => {
        try {
          return await threads.exec<WorkerMethods['checkFile']>('checkFile', [file, request]);
        } catch (error) {
          return faultResult(file, firstLine(error));
        }
      }),
    end: async () => {
      await threads.terminate(true);
    },
  };
}

/** Lets so many tasks run at once; others wait for their turn in order. */
function createTurns(count: number): { take<T>(task: () => Promise<T>): Promise<T> } {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    take: async (task) => {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free++;
      }
    },
  };
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
