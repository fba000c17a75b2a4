import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

const IGNORE_FILE = '.qpplensignore';

/**
 * Whether files are left out by a `.qpplensignore`, in the syntax of `.gitignore`: as in git, each folder may have one,
 * for what lies below it, and the nearest that says something of a file decides.
 * @param folder the folder that is searched; files above both it and the working folder do not count
 */
export function createIgnoring(folder: string): (path: string) => boolean {
  const tops = new Set([resolve('.'), resolve(folder)]);
  const top = [...tops].find((candidate) => [...tops].every((other) => isWithin(other, candidate)));
  const last = top ?? resolve(folder);
  const known = new Map<string, Ignore | null>();

  function rulesIn(directory: string): Ignore | null {
    const cached = known.get(directory);
    if (cached !== undefined) return cached;
    const rules = readRules(join(directory, IGNORE_FILE));
    known.set(directory, rules);
    return rules;
  }

  return (path) => {
    const file = resolve(path);
    for (let directory = dirname(file); isWithin(directory, last); directory = dirname(directory)) {
      const verdict = rulesIn(directory)?.test(relative(directory, file).replaceAll(sep, '/'));
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
      if (directory === last) break;
    }
    return false;
  };
}

function isWithin(directory: string, folder: string): boolean {
  return directory === folder || directory.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function readRules(path: string): Ignore | null {
  try {
    return ignore().add(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
