import { isLegalCodePoint } from './characters.ts';
import type { XmlReader } from './reader.ts';
import { report } from './reader.ts';

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z_:][\w.:-]*));/y;

/** A reference read at `at`: what it stands for (`null` when it stands for nothing) and where it ends. */
interface Reference {
  readonly value: string | null;
  readonly end: number;
  readonly fault: 'bare-ampersand' | 'undefined-entity' | 'illegal-character' | null;
}

/** Reads the reference that starts with the `&` at `at`. */
export function readReference(text: string, at: number): Reference {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return { value: null, end: at + 1, fault: 'bare-ampersand' };
  const end = at + match[0].length;
  const [, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const value = Object.hasOwn(PREDEFINED, name) ? (PREDEFINED[name] ?? null) : null;
    return { value, end, fault: value === null ? 'undefined-entity' : null };
  }
  const code =
    hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16);
  if (!isLegalCodePoint(code)) return { value: null, end, fault: 'illegal-character' };
  return { value: String.fromCodePoint(code), end, fault: null };
}

/** Replaces the references of a stretch of text; what cannot be replaced stays as written. */
export function decodeReferences(raw: string): string {
  let decoded = '';
  let from = 0;
  for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', from)) {
    const reference = readReference(raw, at);
    decoded += raw.slice(from, at) + (reference.value ?? raw.slice(at, reference.end));
    from = reference.end;
  }
  return from === 0 ? raw : decoded + raw.slice(from);
}

/** Reports every faulty reference between two offsets. */
export function checkReferences(reader: XmlReader, from: number, to: number): void {
  const { text } = reader;
  for (let at = text.indexOf('&', from); at !== -1 && at < to; ) {
    const { end, fault } = readReference(text, at);
    const written = text.slice(at, Math.min(end, to));
    if (fault === 'bare-ampersand') {
      report(reader, fault, 'A bare "&" is not XML; write "&amp;".', at, at + 1);
    } else if (fault === 'illegal-character') {
      report(reader, fault, `${written} stands for a character that XML does not allow.`, at, end);
    } else if (fault === 'undefined-entity' && !reader.hasDoctype) {
      // With a DOCTYPE the entity may be declared there; the DOCTYPE itself is the finding then.
      report(
        reader,
        fault,
        `The entity ${written} is not defined; XML itself knows only &amp; &lt; &gt; &quot; &apos;.`,
        at,
        end,
      );
    }
    at = text.indexOf('&', end);
  }
}
