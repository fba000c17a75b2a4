/** What is shown behind a value, by offset. */
export interface Hint {
  /** Behind the value and its quote. */
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string;
}

/** The offset behind a value that ends at `end`, and behind the quote that closes it. */
export function behindQuote(text: string, end: number): number {
  return text[end] === '"' || text[end] === "'" ? end + 1 : end;
}
