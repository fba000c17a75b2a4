/** Where a command writes. */
export interface Terminal {
  readonly hasColor: boolean;
  /** Writes lines to standard output. */
  out(text: string): void;
  /** Writes bytes to standard output as they are: a changed copy of a file. */
  write(bytes: Uint8Array): void;
  /** Writes lines to standard error. */
  error(text: string): void;
}
