import type { Schema } from './objectSchema.ts';

/** Property schemas that stand in several places, by the name they get under `definitions/field`. */
export interface SharedFields {
  readonly schema: Schema;
  readonly field: Readonly<Record<string, Schema>>;
}

/**
 * Takes properties that are described alike in many values out into definitions, which makes the schema a third of
 * its size. Properties of the same name that differ are numbered.
 */
export function shareFields(schema: Schema): SharedFields {
  const field: Record<string, Schema> = {};
  const nameByText = new Map<string, string>();

  function share(name: string, property: Schema): Schema {
    const text = JSON.stringify(property);
    const known = nameByText.get(text) ?? unusedName(name, field);
    nameByText.set(text, known);
    field[known] = property;
    return { $ref: `#/definitions/field/${known}` };
  }

  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [
        key,
        key === 'properties' ? walkProperties(child) : walk(child),
      ]),
    );
  }

  function walkProperties(properties: Schema): Schema {
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        isPlain(property) ? share(name, property) : walk(property),
      ]),
    );
  }

  return { schema: walk(schema) as Schema, field };
}

/** A described property without parts of its own. */
function isPlain(property: unknown): property is Schema {
  return (
    typeof property === 'object' &&
    property !== null &&
    'description' in property &&
    !('items' in property || 'properties' in property || 'enum' in property)
  );
}

function unusedName(name: string, taken: Readonly<Record<string, Schema>>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    if (!(candidate in taken)) return candidate;
  }
}
