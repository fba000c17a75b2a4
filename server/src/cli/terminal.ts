/** Where a command writes. */
export interface Terminal {
  readonly hasColor: boolean;
  /** Columns of a line on standard output. */
  readonly width: number;
  /** Somebody watches standard error. */
  readonly isWatched: boolean;
  /** Standard output goes to a terminal, most likely the same. */
  readonly isShared: boolean;
  /** Writes to standard output as it is: bytes of a changed copy of a file, or a piece of a report. */
  write(content: Uint8Array | string): void;
  /** Writes lines to standard output. */
  out(text: string): void;
  /** Writes lines to standard error. */
  error(text: string): void;
}
