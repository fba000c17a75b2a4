import type { JsonObject, JsonProperty } from '../json/tree.ts';
import { closest } from '../text/closest.ts';
import { fieldsByName } from './fieldIndex.ts';
import type { Field } from './fields.ts';

/** A key that the object should not have, and the field it was most likely meant to be. */
export interface UnknownKey {
  readonly property: JsonProperty;
  readonly meant: Field | null;
}

/** Short names people use that no comparison of letters would find. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tin: 'taxpayerIdentificationNumber',
    npi: 'nationalProviderIdentifier',
    apmentityid: 'entityId',
    virtualgroupid: 'entityId',
    subgroupid: 'entityId',
    year: 'performanceYear',
    program: 'programName',
  }),
);

/** With more strange keys than this an object is something else, and comparing letters with each would take long. */
const COMPARED = 20;

/** The keys of an object that are none of its fields. Keys left out by damaged text (empty names) are passed over. */
export function unknownKeys(object: JsonObject, fields: readonly Field[]): readonly UnknownKey[] {
  if (!hasUnknownKey(object, fields)) return NONE;
  const known = fieldsByName(fields);
  const strangers = object.properties.filter(({ key }) => key !== '' && !known.has(key));
  const present = new Set(object.properties.map(({ key }) => key));
  return strangers.map((property, at) => {
    const meant = at < COMPARED ? meantField(property.key, fields) : null;
    return { property, meant: meant && !present.has(meant.name) ? meant : null };
  });
}

const NONE: readonly UnknownKey[] = [];

/** Nearly no object has one, so this is all that most objects cost. */
function hasUnknownKey({ properties }: JsonObject, fields: readonly Field[]): boolean {
  const known = fieldsByName(fields);
  for (const { key } of properties) if (key !== '' && !known.has(key)) return true;
  return false;
}

/** The last answer for each list of fields: the same slip often runs through a whole file. */
const lastMeant = new WeakMap<readonly Field[], { readonly key: string; readonly meant: Field | null }>();

function meantField(key: string, fields: readonly Field[]): Field | null {
  const last = lastMeant.get(fields);
  if (last?.key === key) return last.meant;
  const meant = findMeant(key, fields);
  lastMeant.set(fields, { key, meant });
  return meant;
}

function findMeant(key: string, fields: readonly Field[]): Field | null {
  const candidates = fieldsByName(fields.filter(({ role }) => role !== 'server'));
  const name = ALIASES.get(key.toLowerCase()) ?? closest(key, candidates.keys());
  return candidates.get(name ?? '') ?? null;
}

/** The object with its misspelt keys read as what they were meant to be; the object itself where none is misspelt. */
export function asMeant(object: JsonObject, fields: readonly Field[]): JsonObject {
  if (!hasUnknownKey(object, fields)) return object;
  const meantByProperty = new Map<JsonProperty, string>();
  for (const { property, meant } of unknownKeys(object, fields)) {
    if (meant) meantByProperty.set(property, meant.name);
  }
  if (meantByProperty.size === 0) return object;
  const properties = object.properties.map((property) => {
    const key = meantByProperty.get(property);
    return key === undefined ? property : { ...property, key };
  });
  return { ...object, properties };
}
