/** Where a command writes. */
export interface Terminal {
  readonly hasColor: boolean;
  /** Writes lines to standard output. */
  out(text: string): void;
  /** Writes lines to standard error. */
  error(text: string): void;
}
