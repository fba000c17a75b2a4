import type { DecodedText } from './decodeBytes.ts';

/**
 * The bytes of a text in the encoding another was read in, with its byte order mark. `null` where that cannot be: the
 * encoding takes several bytes for a character and is no Unicode, or lacks a character of the text.
 */
export function encodeText(
  text: string,
  { encoding, hasMark }: Pick<DecodedText, 'encoding' | 'hasMark'>,
): Uint8Array | null {
  const name = new TextDecoder(encoding).encoding;
  const marked = hasMark ? `\ufeff${text}` : text;
  if (name === 'utf-8') return new TextEncoder().encode(marked);
  if (name === 'utf-16le' || name === 'utf-16be') return encodeUtf16(marked, name === 'utf-16le');
  return encodeSingleBytes(text, name);
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return bytes;
}

/** Windows-1252 and its like: what each byte is decoded to tells how each character is encoded. */
function encodeSingleBytes(text: string, encoding: string): Uint8Array | null {
  const byteOf = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) {
    byteOf.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  }
  byteOf.delete('\ufffd');
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = byteOf.get(text[at] ?? '');
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}
