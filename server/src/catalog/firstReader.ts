import type { ReadYearFile } from './yearFiles.ts';

/** Asks the readers in turn; the first that has the file gives it. A newer checkout goes before `schemas/`. */
export function firstReader(...readers: readonly ReadYearFile[]): ReadYearFile {
  return (performanceYear, file) => {
    for (const read of readers) {
      const found = read(performanceYear, file);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
