import { encodeText } from '../text/encodeText.ts';
import type { InputFile } from './inputFiles.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/**
 * The bytes of a changed copy in the encoding of the file; in UTF-8, with a warning, where that cannot be.
 * @throws UsageError when some of the file's bytes could not be read: the copy would lose them
 */
export function copyBytes(text: string, original: InputFile, terminal: Terminal): Uint8Array {
  const { path, encodingFault } = original;
  if (encodingFault !== null && original.text.includes('\ufffd')) {
    throw new UsageError(`"${path}" cannot be copied whole. ${encodingFault}`);
  }
  const bytes = encodeText(text, original);
  if (bytes) return bytes;
  const encoding = original.encoding.toUpperCase();
  terminal.error(`${path}: the copy is written in UTF-8, not in ${encoding}.`);
  return new TextEncoder().encode(text);
}
