import type { Field } from './fields.ts';

/** Made once for each list of fields, since every object of a file is looked up in one. */
const indexes = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

/** The fields of a list by name. */
export function fieldsByName(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const known = indexes.get(fields);
  if (known) return known;
  const index = new Map(fields.map((field) => [field.name, field]));
  indexes.set(fields, index);
  return index;
}
