/** The one stretch outside of which two versions of a text are the same. */
export interface Change {
  readonly start: number;
  /** Its end in the version before. */
  readonly endBefore: number;
  /** Its end in this version. */
  readonly endNow: number;
}

/** The shortest change that leads from one version to the other. */
export function changeBetween(before: string, now: string): Change {
  const most = Math.min(before.length, now.length);
  const start = longestSame(most, (from, to) => now.slice(from, to) === before.slice(from, to));
  const fromEnd = (text: string, from: number, to: number) =>
    text.slice(text.length - to, text.length - from);
  const sameAtEnd = longestSame(
    most - start,
    (from, to) => fromEnd(now, from, to) === fromEnd(before, from, to),
  );
  return { start, endBefore: before.length - sameAtEnd, endNow: now.length - sameAtEnd };
}

/** How many characters are the same, at most. Halving compares long stretches at once, which is fast. */
function longestSame(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  let different = most + 1;
  while (same + 1 < different) {
    const middle = (same + different) >> 1;
    if (isSame(same, middle)) same = middle;
    else different = middle;
  }
  return same;
}
