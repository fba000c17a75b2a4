import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { type DecodedText, decodeBytes } from '../text/decodeBytes.ts';
import { UsageError } from './usageError.ts';

/** A file to work on, by the path as the user would write it. */
export interface InputFile extends Pick<DecodedText, 'encoding' | 'hasMark'> {
  readonly path: string;
  readonly text: string;
  /** A sentence when its bytes are not in the encoding they should be. */
  readonly encodingFault: string | null;
}

/** The files that the paths name, in a stable order, each once. Throws a {@link UsageError} when a path names none. */
export function findFiles(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    const found = filesOf(path);
    if (found.length === 0) throw new UsageError(`There is no file "${path}".`);
    return found;
  });
  return [...new Set(files)];
}

function filesOf(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return [path];
  if (stats?.isDirectory()) {
    const inside = globSync('**/*.{xml,json}', {
      cwd: path,
      ignore: ['**/node_modules/**'],
      expandDirectories: false,
    });
    return inside.sort().map((file) => `${path.replace(/[/\\]+$/, '')}/${file}`);
  }
  return isDynamicPattern(path) ? globSync(path, { expandDirectories: false }).sort() : [];
}

/** Reads and decodes a file. Throws a {@link UsageError} when it cannot be read. */
export function readInput(path: string): InputFile {
  try {
    const { fault, ...decoded } = decodeBytes(readFileSync(resolve(path)));
    return { path, encodingFault: fault, ...decoded };
  } catch (error) {
    throw new UsageError(
      `"${path}" cannot be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}
