import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Knowledge } from '../../knowledge.ts';
import type { FoundFile } from '../inputFiles.ts';
import type { CheckRequest, FileResult } from './checkedFile.ts';
import { checkFile } from './checkFile.ts';

/** Results of the files, in their order, each as soon as it and all before it are there. */
export type Results = AsyncIterable<readonly [FoundFile, FileResult]>;

/**
 * A worker reads programs and data before its first file, which takes as long as checking about this many bytes: with
 * less to do for each, one thread is done earlier.
 */
const BYTES_THAT_PAY = 3_000_000;

/** How far checks may be ahead of what is told: results that wait for a slow file before them take memory. */
const AHEAD_PER_WORKER = 16;

/** Checks files one after the other in this thread. */
export async function* checkHere(
  files: readonly FoundFile[],
  request: CheckRequest,
  knowledge: Knowledge,
): AsyncGenerator<readonly [FoundFile, FileResult]> {
  for (const file of files) {
    yield [file, checkFile(file, request, knowledge)];
    // Between files the terminal is heard.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Checks files in several threads. @param check hands a file to a thread; never rejects */
export async function* checkApart(
  files: readonly FoundFile[],
  workers: number,
  check: (file: FoundFile) => PromiseLike<FileResult>,
): AsyncGenerator<readonly [FoundFile, FileResult]> {
  const waiting: { readonly file: FoundFile; readonly result: PromiseLike<FileResult> }[] = [];
  for (const file of files) {
    waiting.push({ file, result: check(file) });
    const first = waiting.length > workers * AHEAD_PER_WORKER ? waiting.shift() : undefined;
    if (first) yield [first.file, await first.result];
  }
  for (const { file, result } of waiting) yield [file, await result];
}

/** How many threads are worth their start for these files; 0 for none beside this one. */
export function workersFor(files: readonly FoundFile[]): number {
  const most = Math.min(availableParallelism(), files.length);
  if (most < 2) return 0;
  let bytes = 0;
  for (const { path } of files) {
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes >= BYTES_THAT_PAY * most) return most;
  }
  return 0;
}
