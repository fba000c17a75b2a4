/** Shorter slices are copies anyway. */
const SHORTEST_SHARED = 13;

/**
 * A slice of a text in memory of its own. Engines let a slice share the memory of its text, which then stays as long as
 * the slice does: a tree that outlives its text would keep all of it for one value.
 */
export function detached(slice: string): string {
  return slice.length < SHORTEST_SHARED ? slice : ` ${slice}`.slice(1);
}
