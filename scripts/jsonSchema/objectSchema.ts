import type { Field } from '../../server/src/qppJson/fields.ts';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * The schema of an object with exactly these fields. `details` narrow single fields: a pattern, an enumeration.
 * Counts are whole numbers from 0 on; fields that CMS sets or computes are read-only.
 */
export function objectSchema(
  fields: readonly Field[],
  details: Readonly<Record<string, Schema>> = {},
): Schema {
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(
      fields.map((field) => [field.name, fieldSchema(field, details[field.name])]),
    ),
    additionalProperties: false,
  };
}

function fieldSchema({ type, isNullable, role, description }: Field, details: Schema = {}): Schema {
  return {
    description,
    ...(type !== 'value' && { type: isNullable ? [type, 'null'] : type }),
    ...(type === 'integer' && { minimum: 0 }),
    ...((role === 'server' || role === 'computed') && { readOnly: true }),
    ...details,
  };
}

/** `then` holds where the properties have these values. A property that is absent does not count as having one. */
export function when(properties: Readonly<Record<string, Schema>>, then: Schema): Schema {
  return { if: { properties, required: Object.keys(properties) }, then };
}
