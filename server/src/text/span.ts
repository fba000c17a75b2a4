/** A stretch of the source text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value read from a file, with the place it was read from. */
export interface Sourced<T> {
  readonly value: T;
  readonly span: Span;
}

/** Pairs a value with its place. */
export function sourced<T>(value: T, span: Span): Sourced<T> {
  return { value, span };
}
