import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder with facts, data and sample files: `QPP_LENS_SHARED`, else `../shared` beside the repository. */
export const SHARED = process.env.QPP_LENS_SHARED ?? resolve(REPOSITORY, '../shared');

/** A path below the shared folder; says what to do when it is not there. */
export function sharedPath(...parts: string[]): string {
  const path = join(SHARED, ...parts);
  if (existsSync(path)) return path;
  throw new Error(`The corpus tests need ${path}. Set QPP_LENS_SHARED to the folder that holds the samples.`);
}

/** The text of a file below the shared folder. */
export function readShared(...parts: string[]): string {
  return readFileSync(sharedPath(...parts), 'utf8');
}

/** The names in a folder below the shared folder, sorted. */
export function listShared(...parts: string[]): string[] {
  return readdirSync(sharedPath(...parts)).sort();
}
