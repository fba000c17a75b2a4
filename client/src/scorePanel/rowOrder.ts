/** A row of a list of the breakdown, with its place in the list. */
export interface IndexedRow<Row> {
  readonly row: Row;
  readonly index: number;
  /** Tells the row apart from the others, also in another score of the same files. */
  readonly key: string;
  /** The same row in the score without what-ifs; `null` without what-ifs, or when only they made it. */
  readonly before: Row | null;
}

/**
 * The rows in the order they have without what-ifs: a row must not jump away under the fields that the user is typing
 * in. Rows that only a what-if made come last.
 */
export function steadyRows<Row>(
  rows: readonly Row[],
  unchanged: readonly Row[] | null,
  keyOf: (row: Row) => string,
): readonly IndexedRow<Row>[] {
  const before = new Map((unchanged ?? []).map((row, place) => [keyOf(row), { row, place }]));
  const placeOf = (key: string) => before.get(key)?.place ?? Number.POSITIVE_INFINITY;
  const indexed = rows.map((row, index) => {
    const key = keyOf(row);
    return { row, index, key, before: before.get(key)?.row ?? null };
  });
  return unchanged === null ? indexed : indexed.sort((a, b) => compare(placeOf(a.key), placeOf(b.key)));
}

/** Numerical order; equal where both are infinite. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
