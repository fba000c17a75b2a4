/** A slice of work after which messages and open files get their turn, in milliseconds. */
export const SLICE_MS = 8;

/** Asked again and again whether the work goes on. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/**
 * Does one thing after the other in slices of a few milliseconds: between two slices everything that waits runs, so a
 * keystroke never waits longer than for one thing.
 * @returns false when it was cancelled on the way
 */
export async function inSlices<T>(
  items: readonly T[],
  task: (item: T) => void,
  token: Cancellation,
  now: () => number = () => performance.now(),
): Promise<boolean> {
  let sliceStart = now();
  for (const item of items) {
    if (now() - sliceStart >= SLICE_MS) {
      await nextTurn();
      sliceStart = now();
    }
    if (token.isCancellationRequested) return false;
    task(item);
  }
  return true;
}

/** After whatever waits in the event loop now. A browser's worker has no `setImmediate`. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
