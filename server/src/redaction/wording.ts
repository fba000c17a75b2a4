import type { Redaction } from './redact.ts';
import type { SensitiveKind } from './sensitiveValue.ts';

/** One and several of each kind; kinds of one name are counted together. In the order in which they are told. */
const NAMES: Readonly<Record<SensitiveKind, readonly [one: string, several: string]>> = {
  tin: ['TIN', 'TINs'],
  npi: ['NPI', 'NPIs'],
  entityId: ['entity id', 'entity ids'],
  cehrtId: ['CEHRT id', 'CEHRT ids'],
  otherId: ['other id', 'other ids'],
  organizationName: ['name', 'names'],
  personName: ['name', 'names'],
  givenName: ['name', 'names'],
  familyName: ['name', 'names'],
  street: ['part of an address', 'parts of addresses'],
  city: ['part of an address', 'parts of addresses'],
  state: ['part of an address', 'parts of addresses'],
  addressPart: ['part of an address', 'parts of addresses'],
  telecom: ['contact', 'contacts'],
};

/** What a redaction replaced, in words: `2 NPIs, 1 TIN, 3 names`; empty when it replaced nothing. */
export function replacedInWords(values: Redaction['values']): string {
  const counts = new Map<string, { readonly several: string; readonly count: number }>();
  for (const kind of Object.keys(NAMES) as SensitiveKind[]) {
    const [one, several] = NAMES[kind];
    const count = (counts.get(one)?.count ?? 0) + (values.get(kind) ?? 0);
    counts.set(one, { several, count });
  }
  return [...counts]
    .filter(([, { count }]) => count > 0)
    .map(([one, { several, count }]) => `${count} ${count === 1 ? one : several}`)
    .join(', ');
}
