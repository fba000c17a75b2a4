import { isWhiteSpace, nameEndAt } from './characters.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';

/** Passes the comment that starts at the reader's position. */
export function readComment(reader: XmlReader): void {
  const { text, position: start } = reader;
  const hyphens = text.indexOf('--', start + 4);
  const close = text.indexOf('-->', start + 4);
  if (close === -1) {
    report(reader, 'malformed-comment', 'This comment is never closed with "-->".', start, start + 4);
    reader.position = text.length;
    return;
  }
  if (hyphens < close) {
    report(reader, 'malformed-comment', '"--" cannot stand inside a comment.', hyphens, hyphens + 2);
  }
  reader.position = close + 3;
}

/** Passes the CDATA section that starts at the reader's position. */
export function readCharacterData(reader: XmlReader): void {
  const { text, position: start } = reader;
  const close = text.indexOf(']]>', start);
  if (close === -1)
    report(reader, 'malformed-tag', 'This CDATA section is never closed with "]]>".', start, start + 9);
  reader.position = close === -1 ? text.length : close + 3;
}

/** Passes the processing instruction that starts at the reader's position. */
export function readInstruction(reader: XmlReader): void {
  const { text, position: start } = reader;
  const nameEnd = nameEndAt(text, start + 2);
  const target = text.slice(start + 2, nameEnd);
  const close = text.indexOf('?>', nameEnd);
  const after = text.charCodeAt(nameEnd);
  if (target.toLowerCase() === 'xml') {
    report(
      reader,
      'malformed-declaration',
      'The XML declaration must be the very first thing in the file.',
      start,
      nameEnd,
    );
  } else if (target === '' || !(isWhiteSpace(after) || close === nameEnd)) {
    report(reader, 'malformed-tag', 'A processing instruction must begin with a name.', start, start + 2);
  } else if (close === -1) {
    report(reader, 'malformed-tag', 'This processing instruction is never closed with "?>".', start, nameEnd);
  }
  reader.position = close === -1 ? text.length : close + 2;
}

/**
 * Passes a DOCTYPE, internal subset and all, without reading a declaration in it: CMS's converter refuses any
 * DOCTYPE, and expanding entities of an untrusted file is a way to hang an editor.
 */
export function readDoctype(reader: XmlReader): void {
  const { text, position: start } = reader;
  reader.hasDoctype = true;
  report(
    reader,
    'doctype',
    'A DOCTYPE is not accepted: CMS refuses files with one, and nothing in it is read here.',
    start,
    start + 9,
  );
  reader.position = doctypeEnd(text, start);
}

/** The offset behind a DOCTYPE that starts at an offset. */
export function doctypeEnd(text: string, start: number): number {
  let at = start + 9;
  let inSubset = false;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1);
      if (close === -1) break;
      at = close;
    } else if (character === '[') inSubset = true;
    else if (character === ']') inSubset = false;
    else if (character === '>' && !inSubset) break;
  }
  return Math.min(at + 1, text.length);
}

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[01]"|'1\.[01]')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/;

/** Passes the XML declaration when there is one at the reader's position, and checks that its encoding exists. */
export function readDeclaration(reader: XmlReader): void {
  const { text, position: start } = reader;
  if (!text.startsWith('<?xml', start) || !isWhiteSpace(text.charCodeAt(start + 5))) return;
  const close = text.indexOf('?>', start);
  const end = close === -1 ? indexOfLineEnd(text, start) : close + 2;
  const match = DECLARATION.exec(text.slice(start, end));
  if (!match) {
    report(
      reader,
      'malformed-declaration',
      'The XML declaration must read <?xml version="1.0" encoding="…"?>.',
      start,
      end,
    );
  } else {
    const encoding = match[1] ?? match[2];
    if (encoding !== undefined && !isKnownEncoding(encoding)) {
      const at = text.indexOf(encoding, start + 5 + 'version'.length);
      report(
        reader,
        'encoding',
        `There is no encoding "${encoding}"; QRDA III files are UTF-8.`,
        at,
        at + encoding.length,
      );
    }
  }
  reader.position = end;
}

function indexOfLineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

function isKnownEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
