import type { JsonDocument, JsonProperty, JsonValue } from './tree.ts';

/** A key or a zero-based index. */
export type PathPart = string | number;

const PART = /\.?([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d{1,9})\]|\[(["'])((?:(?!\3).)*)\3\]/uy;

/** Reads `$.measurementSets[0].measurements[24]`, with or without `$` or a leading `Submission`; `null` for anything else. */
export function parseJsonPath(path: string): PathPart[] | null {
  const written = path.trim().replace(/^(?:\$|Submission(?=[.[]))\.?/, '');
  const parts: PathPart[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < written.length) {
    const found = PART.exec(written);
    if (!found) return null;
    const [, name, index, , quoted] = found;
    parts.push(index === undefined ? (name ?? quoted ?? '') : Number(index));
  }
  return parts.length > 0 ? parts : null;
}

/** Writes a path as CMS's submission API does. */
export function formatJsonPath(parts: readonly PathPart[]): string {
  let path = '';
  for (const part of parts) {
    if (typeof part === 'number') path += `[${part}]`;
    else if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part)) path += `[${JSON.stringify(part)}]`;
    else path += path === '' ? part : `.${part}`;
  }
  return path;
}

/** What stands at an offset, by its path: a key and its value have the same one. Empty for the root. */
export function pathAt({ root }: JsonDocument, offset: number): PathPart[] {
  const parts: PathPart[] = [];
  let at: JsonValue | null = root;
  while (at?.type === 'object' || at?.type === 'array') {
    if (at.type === 'array') {
      const index: number = at.items.findIndex(({ span }) => span.start <= offset && offset <= span.end);
      if (index === -1) return parts;
      parts.push(index);
      at = at.items[index] ?? null;
    } else {
      const property: JsonProperty | undefined = at.properties.find(({ keySpan, value }) => {
        return keySpan.start <= offset && offset <= (value?.span.end ?? keySpan.end);
      });
      if (!property) return parts;
      parts.push(property.key);
      at = property.value;
    }
  }
  return parts;
}
