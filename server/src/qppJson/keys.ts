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
const ALIASES: Readonly<Record<string, string>> = {
  tin: 'taxpayerIdentificationNumber',
  npi: 'nationalProviderIdentifier',
  apmentityid: 'entityId',
  virtualgroupid: 'entityId',
  subgroupid: 'entityId',
  year: 'performanceYear',
  program: 'programName',
};

/** The keys of an object that are none of its fields. Keys left out by damaged text (empty names) are passed over. */
export function unknownKeys(object: JsonObject, fields: readonly Field[]): readonly UnknownKey[] {
  if (!hasUnknownKey(object, fields)) return NONE;
  const known = fieldsByName(fields);
  const strangers = object.properties.filter(({ key }) => key !== '' && !known.has(key));
  const present = new Set(object.properties.map(({ key }) => key));
  const open = fields.filter(({ name, role }) => !present.has(name) && role !== 'server');
  return strangers.map((property) => ({ property, meant: meantField(property.key, open) }));
}

const NONE: readonly UnknownKey[] = [];

/** Nearly no object has one, so this is all that most objects cost. */
function hasUnknownKey({ properties }: JsonObject, fields: readonly Field[]): boolean {
  const known = fieldsByName(fields);
  for (const { key } of properties) if (key !== '' && !known.has(key)) return true;
  return false;
}

function meantField(key: string, candidates: readonly Field[]): Field | null {
  const alias = ALIASES[key.toLowerCase()];
  const name =
    alias ??
    closest(
      key,
      candidates.map((field) => field.name),
    );
  return candidates.find((field) => field.name === name) ?? null;
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
