import type { JsonDocument, JsonValue } from '../json/tree.ts';
import { type SensitiveKind, type SensitiveValue, sensitiveValue } from './sensitiveValue.ts';

/** Keys of participant ids, in lower case without `_` and `-`; also the short and misspelt forms people write. */
export const KEY_KINDS: ReadonlyMap<string, SensitiveKind> = new Map<string, SensitiveKind>([
  ['taxpayeridentificationnumber', 'tin'],
  ['taxpayeridentificationnumbers', 'tin'],
  ['tin', 'tin'],
  ['tins', 'tin'],
  ['nationalprovideridentifier', 'npi'],
  ['nationalprovideridentifiers', 'npi'],
  ['npi', 'npi'],
  ['npis', 'npi'],
  ['entityid', 'entityId'],
  ['apmentityid', 'entityId'],
  ['virtualgroupid', 'entityId'],
  ['subgroupid', 'entityId'],
  ['practiceid', 'entityId'],
  ['cehrtid', 'cehrtId'],
  ['chertid', 'cehrtId'],
  // What the API adds to its answers leads back to the participant and the vendor.
  ['submissionid', 'otherId'],
  ['submitterid', 'otherId'],
  ['organizationid', 'otherId'],
  ['organizationname', 'organizationName'],
  ['practicename', 'organizationName'],
  ['providername', 'personName'],
  ['firstname', 'givenName'],
  ['lastname', 'familyName'],
]);

/** The kind of value that a key names. */
export function kindOfKey(key: string): SensitiveKind | undefined {
  return KEY_KINDS.get(key.replace(/[_-]/g, '').toLowerCase());
}

/** Every participant id and name of a file, at whatever depth its key stands. */
export function qppJsonValues({ root, text }: JsonDocument): SensitiveValue[] {
  const found: SensitiveValue[] = [];
  if (root) visit(root, undefined, text, found);
  return found;
}

function visit(
  value: JsonValue,
  kind: SensitiveKind | undefined,
  text: string,
  found: SensitiveValue[],
): void {
  switch (value.type) {
    case 'object':
      for (const property of value.properties) {
        if (property.value) visit(property.value, kindOfKey(property.key), text, found);
      }
      return;
    case 'array':
      for (const item of value.items) visit(item, kind, text, found);
      return;
    case 'string':
    case 'number': {
      if (kind === undefined) return;
      const sensitive = sensitiveValue(kind, text, withoutQuotes(value, text));
      if (sensitive) found.push(value.type === 'number' ? { ...sensitive, isNumber: true } : sensitive);
    }
  }
}

function withoutQuotes({ span, type }: JsonValue, text: string) {
  if (type !== 'string') return span;
  const isClosed = span.end - span.start > 1 && text[span.end - 1] === text[span.start];
  return { start: span.start + 1, end: isClosed ? span.end - 1 : span.end };
}
