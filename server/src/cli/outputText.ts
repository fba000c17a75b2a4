import { encodeText } from '../text/encodeText.ts';
import type { InputFile } from './inputFiles.ts';
import type { Terminal } from './terminal.ts';

/** The bytes of a changed copy in the encoding of the file; in UTF-8, with a warning, where that cannot be. */
export function copyBytes(text: string, original: InputFile, terminal: Terminal): Uint8Array {
  const bytes = encodeText(text, original);
  if (bytes) return bytes;
  const encoding = original.encoding.toUpperCase();
  terminal.error(`${original.path}: the copy is written in UTF-8, not in ${encoding}.`);
  return new TextEncoder().encode(text);
}
