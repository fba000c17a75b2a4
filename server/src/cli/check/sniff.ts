import { closeSync, openSync, readSync } from 'node:fs';
import { detectFormat, detectSyntax } from '../../document/detectFormat.ts';
import { decodeBytes } from '../../text/decodeBytes.ts';

/** A CDA header names its templates, and QPP JSON its first keys, long before this. */
const HEAD = 65_536;

/** What may stand before the root element, by how it begins and ends. */
const PROLOGUE = [
  { begin: '<!--', end: '-->' },
  { begin: '<?', end: '?>' },
  { begin: '<!', end: '>' },
] as const;

/**
 * Tells from the head of a file that it is neither QRDA III nor QPP JSON, so that a folder with other files costs little.
 * Throws when the file cannot be read.
 * @returns false where it is one, or where only the whole file could tell
 */
export function isForeign(path: string): boolean {
  const { text, isWhole } = head(path);
  if (isWhole) return isForeignText(text);
  if (detectFormat(text) !== null || detectSyntax(text) !== 'xml') return false;
  const root = rootName(text);
  return root !== undefined && root.split(':').at(-1) !== 'ClinicalDocument';
}

/**
 * Whether a text is a file of another kind. One that is empty, or that does not even begin like XML or JSON, is taken for
 * a broken one of ours: an export that failed must not pass unseen.
 */
export function isForeignText(text: string): boolean {
  return detectFormat(text) === null && detectSyntax(text) !== null;
}

/** The name of the root element; `undefined` where it does not stand in this text. */
function rootName(text: string): string | undefined {
  let at = text.search(/[^\s\ufeff]/);
  while (at !== -1) {
    const from = at;
    const part = PROLOGUE.find(({ begin }) => text.startsWith(begin, from));
    if (!part) return /^<([A-Za-z_][\w.:-]*)/.exec(text.slice(at, at + 100))?.[1];
    const end = text.indexOf(part.end, at + part.begin.length);
    if (end === -1) return undefined;
    const behind = text.slice(end + part.end.length).search(/\S/);
    at = behind === -1 ? -1 : end + part.end.length + behind;
  }
  return undefined;
}

function head(path: string): { readonly text: string; readonly isWhole: boolean } {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    const length = readSync(file, bytes, 0, HEAD, 0);
    return { text: decodeBytes(bytes.subarray(0, length)).text, isWhole: length < HEAD };
  } finally {
    closeSync(file);
  }
}
