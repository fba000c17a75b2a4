/** A file's text, and whether its bytes were what they should be. */
export interface DecodedText {
  readonly text: string;
  /** A sentence when the bytes are not valid in their encoding, or not in the one the file declares. */
  readonly fault: string | null;
  /** The encoding it was read in, as `TextDecoder` names it. */
  readonly encoding: string;
  /** Its bytes begin with a byte order mark, which is no part of the text. */
  readonly hasMark: boolean;
}

const BYTE_ORDER_MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** How `<` begins a file in UTF-16 without a byte order mark (XML 1.0, appendix F.1). */
const UNMARKED: typeof BYTE_ORDER_MARKS = [
  { encoding: 'utf-16le', bytes: [0x3c, 0] },
  { encoding: 'utf-16be', bytes: [0, 0x3c] },
];

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/**
 * Decodes a file as an XML or JSON parser would: by its byte order mark, else by the encoding an XML declaration
 * names, else as UTF-8. Bytes that do not fit become U+FFFD, so the rest of the file can still be read.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const mark = beginning(bytes, BYTE_ORDER_MARKS);
  const unmarked = mark ? undefined : beginning(bytes, UNMARKED);
  const head = new TextDecoder(mark ?? unmarked ?? 'latin1').decode(bytes.subarray(0, 256));
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase();
  if (mark) return { ...decodeAs(mark, bytes, contradiction(mark, declared)), hasMark: true };
  if (unmarked) return decodeAs(unmarked, bytes, undeclared(unmarked, declared));
  // A file whose declaration can be read byte by byte is not UTF-16, whatever it says.
  if (declared?.startsWith('utf-16')) {
    return decodeAs(
      'utf-8',
      bytes,
      `The XML declaration says ${declared.toUpperCase()}, but the file is not written in it.`,
    );
  }
  return decodeAs(declared !== undefined && isKnown(declared) ? declared : 'utf-8', bytes, null);
}

function decodeAs(encoding: string, bytes: Uint8Array, fault: string | null): DecodedText {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, fault, encoding, hasMark: false };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return {
      text,
      fault: fault ?? `The file has bytes that are not ${encoding.toUpperCase()}; save it as UTF-8.`,
      encoding,
      hasMark: false,
    };
  }
}

/** The encoding that the file's first bytes tell. */
function beginning(bytes: Uint8Array, signs: typeof BYTE_ORDER_MARKS): string | undefined {
  return signs.find((sign) => sign.bytes.every((byte, index) => bytes[index] === byte))?.encoding;
}

function undeclared(actual: string, declared: string | undefined): string | null {
  if (declared && actual.startsWith(declared)) return null;
  return `The file is written in ${actual.toUpperCase()} without a byte order mark, and no XML declaration says so; save it as UTF-8.`;
}

function contradiction(actual: string, declared: string | undefined): string | null {
  if (declared === undefined || actual.startsWith(declared) || !isKnown(declared)) return null;
  return `The XML declaration says ${declared.toUpperCase()}, but the file's byte order mark says ${actual.toUpperCase()}.`;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
