import { readFileSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import picomatch from 'picomatch';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { type DecodedText, decodeBytes } from '../text/decodeBytes.ts';
import { createIgnoring } from './ignoring.ts';
import { UsageError } from './usageError.ts';

/** A file that was found. */
export interface FoundFile {
  /** As the user would write it. */
  readonly path: string;
  /** The user named it or a pattern for it; else a folder was searched, which may hold files of any kind. */
  readonly isNamed: boolean;
}

/** A file to work on, by the path as the user would write it. */
export interface InputFile extends Pick<DecodedText, 'encoding' | 'hasMark'> {
  readonly path: string;
  readonly text: string;
  /** A sentence when its bytes are not in the encoding they should be. */
  readonly encodingFault: string | null;
}

/**
 * The files that the operands of a command name, each once, in the order of the operands and sorted within a folder or
 * glob. `!GLOB` takes files out again, and so do the `.qpplensignore` files on the way to a file that a folder or
 * glob found; a file named by itself stays.
 * @throws UsageError when an operand names no file
 */
export function findFiles(operands: readonly string[]): FoundFile[] {
  const isExcluded = exclusion(operands.filter(isNegation).map((operand) => operand.slice(1)));
  const files = new Map<string, FoundFile>();
  for (const operand of operands.filter((candidate) => !isNegation(candidate))) {
    const found = filesOf(operand);
    if (found.length === 0) throw new UsageError(`There is no file "${operand}".`);
    for (const file of found) {
      const key = resolve(file.path);
      const known = files.get(key);
      if (!known && !isExcluded(file.path)) files.set(key, file);
      else if (known && file.isNamed) files.set(key, { ...known, isNamed: true });
    }
  }
  return [...files.values()];
}

/** Reads and decodes a file. Throws a {@link UsageError} when it cannot be read. */
export function readInput(path: string): InputFile {
  try {
    return decoded(path, readFileSync(resolve(path)));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The content of a file whose bytes came another way, such as by standard input. */
export function decoded(path: string, bytes: Uint8Array): InputFile {
  const { fault, ...text } = decodeBytes(bytes);
  return { path, encodingFault: fault, ...text };
}

function isNegation(operand: string): boolean {
  return operand.startsWith('!') && operand.length > 1 && !isFile(operand);
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true;
}

/**
 * `undefined` for what is not there.
 * @throws UsageError when the file system refuses: a link leads to itself, a name is too long, a folder is closed
 */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UsageError {
  return new UsageError(
    `"${path}" cannot be read (${error instanceof Error ? error.message : String(error)}).`,
  );
}

function filesOf(operand: string): FoundFile[] {
  const stats = statsOf(operand);
  // A pipe or device that the shell hands over, as in <(...), is a file too.
  if (stats && !stats.isDirectory()) return [{ path: operand, isNamed: true }];
  if (!stats && !isDynamicPattern(operand)) return [];
  const folder = stats ? operand.replace(/[/\\]+$/, '') || '/' : '.';
  const isIgnored = createIgnoring(folder);
  return (stats ? inFolder(folder) : globbed(operand))
    .map((path) => ({ path, isNamed: !stats }))
    .filter(({ path }) => !isIgnored(path));
}

function inFolder(folder: string): string[] {
  const found = globSync('**/*.{xml,json}', {
    cwd: folder,
    ignore: ['**/node_modules/**'],
    caseSensitiveMatch: false,
    expandDirectories: false,
  });
  const above = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`;
  return found.sort().map((file) => `${above}${file}`);
}

function globbed(pattern: string): string[] {
  const found = globSync(pattern, { absolute: isAbsolute(pattern), expandDirectories: false });
  // People recognise paths as they wrote them.
  const above = pattern.startsWith('./') ? './' : '';
  return found.sort().map((path) => `${above}${path}`);
}

/** Whether one of the patterns takes a path out: it, or a folder above it, matches. */
function exclusion(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const plain = patterns.map((pattern) => normal(pattern).replace(/\/$/, ''));
  const matches = picomatch(
    plain.flatMap((pattern) => [pattern, `${pattern}/**`]),
    { dot: true },
  );
  return (path) => matches(normal(path));
}

function normal(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}
