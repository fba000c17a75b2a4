/** White space as XML 1.0 production 3 has it. */
export function isWhiteSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** Whether a character may begin a name (XML 1.0 production 4, with everything beyond ASCII let through). */
export function isNameStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || // a-z
    (code >= 65 && code <= 90) || // A-Z
    code === 95 || // _
    code === 58 || // :
    code >= 128
  );
}

/** Whether a character may stand in a name after its first. */
export function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46;
}

/** The offset just after the name that starts at `from`; `from` itself when none starts there. */
export function nameEndAt(text: string, from: number): number {
  if (!isNameStart(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (isNamePart(text.charCodeAt(at))) at++;
  return at;
}

/** The offset of the first character at or after `from` that is not white space. */
export function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Whether the code point may stand in an XML 1.0 document (production 2). */
export function isLegalCodePoint(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Offsets of the characters that no XML document may contain, at most `limit` of them. */
export function illegalCharacterOffsets(text: string, limit: number): number[] {
  const offsets: number[] = [];
  const collect = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      if (offsets.length >= limit) return;
      offsets.push(match.index);
    }
  };
  collect(FORBIDDEN);
  if (!text.isWellFormed()) collect(LONE_SURROGATE);
  return offsets.sort((a, b) => a - b);
}
