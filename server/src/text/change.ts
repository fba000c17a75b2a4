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
  const start = longest(most, (length) => now.slice(0, length) === before.slice(0, length));
  const sameAtEnd = longest(
    most - start,
    (length) => now.slice(now.length - length) === before.slice(before.length - length),
  );
  return { start, endBefore: before.length - sameAtEnd, endNow: now.length - sameAtEnd };
}

/** The greatest length that passes, where all shorter ones pass too. Halving compares long stretches at once, which is fast. */
function longest(most: number, passes: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
