import { encodeText } from '../text/encodeText.ts';
import type { InputFile } from './inputFiles.ts';
import type { Terminal } from './terminal.ts';

/** Prints a changed copy of a file, byte for byte in the encoding of the file; in UTF-8, with a warning, where that cannot be. */
export function printCopy(text: string, original: InputFile, terminal: Terminal): void {
  const bytes = encodeText(text, original);
  if (bytes === null) {
    const encoding = original.encoding.toUpperCase();
    terminal.error(`${original.path}: the copy is written in UTF-8, not in ${encoding}.`);
  }
  terminal.write(bytes ?? new TextEncoder().encode(text));
}
