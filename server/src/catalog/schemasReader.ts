import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadYearFile } from './yearFiles.ts';

/**
 * Reads `<directory>/<year>/<file>.json`. A file that is not there is `undefined`; one that cannot
 * be read or is not JSON throws with its path.
 */
export function schemasReader(directory: string): ReadYearFile {
  return (performanceYear, file) => readJson(join(directory, String(performanceYear), `${file}.json`));
}

/** Parses a JSON file; `undefined` when there is none. */
export function readJson(path: string): unknown | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Error(`${path} cannot be read.`, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON.`, { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
