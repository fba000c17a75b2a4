import type { JsonNumber, JsonProperty, JsonValue } from '../../json/tree.ts';
import { fieldsByName } from '../../qppJson/fieldIndex.ts';
import type { Field, FieldType } from '../../qppJson/fields.ts';
import { isPlaceholder } from '../../qppJson/placeholder.ts';
import type { FieldPlace } from '../../qppJson/places.ts';
import type { Problem, ProposedFix, Rule } from '../rule.ts';
import { replaceValue } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** A value of another JSON type than the API asks for. */
export const jsonTypeWrong: Rule = {
  id: 'json-type-wrong',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS QPP submissions API documentation (types of the fields); the submission API answers with a ValidationError',
  title: 'The value has the wrong JSON type',
  documentation: `Text stands in quotes, numbers and \`true\`/\`false\` do not. Two cases are common:

- ids written as numbers: \`"taxpayerIdentificationNumber": 12345678\` has lost its leading zero, and a measureId of \`1\` is not \`"001"\`;
- numbers written as text: \`"performanceMet": "36"\`.

How a number is written does not matter: \`100.0\` and \`1e2\` are read as 100.

A number that JSON readers cannot hold exactly (above 9007199254740991) is told too.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts) return;
    for (const place of parts.objects) {
      const fields = fieldsByName(place.fields);
      for (const property of place.object.properties) {
        const field = fields.get(property.key);
        if (!field || !property.value) continue;
        const found = isReadAsText(property.value, parts.json.text)
          ? null
          : problem(field, property, property.value, place);
        if (found) yield found;
        if (OBJECT_LISTS.has(field.name)) yield* checkItems(property.value, field.name);
      }
    }
  },
};

/** A word that is no JSON, such as 007, is read as text so that the rest can be checked; it is told as malformed. */
function isReadAsText({ type, span }: JsonValue, text: string): boolean {
  return type === 'string' && text[span.start] !== '"';
}

/** Lists whose items are objects. */
const OBJECT_LISTS: ReadonlySet<string> = new Set(['measurementSets', 'measurements', 'strata']);

function* checkItems(list: JsonValue, name: string): Iterable<Problem> {
  for (const item of list.type === 'array' ? list.items : []) {
    if (item.type === 'object') continue;
    yield { span: item.span, message: `The items of "${name}" are objects in { }, not ${describe(item)}.` };
  }
}

const TYPE_NAMES: Readonly<Record<FieldType, string>> = {
  string: 'text in double quotes',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object in { }',
  array: 'a list in [ ]',
  value: 'a value',
};

function problem(field: Field, property: JsonProperty, value: JsonValue, place: FieldPlace): Problem | null {
  // A required key with null is missing, which is another rule's; what CMS sets itself is not looked into.
  if (
    field.type === 'value' ||
    field.role === 'server' ||
    (value.type === 'null' && (field.isNullable || field.isRequired))
  ) {
    return null;
  }
  if (value.type === 'string' && isPlaceholder(value.value)) return null;
  if (value.type === 'number' && (field.type === 'integer' || field.type === 'number'))
    return numberProblem(field, value);
  if (value.type === field.type) return null;
  const fix = conversion(field, value);
  return {
    span: value.span,
    message: `"${property.key}" of ${place.label} must be ${TYPE_NAMES[field.type]}, not ${describe(value)}.${reason(field, value)}`,
    ...(fix && { fixes: [fix] }),
  };
}

/** Counts that are no whole numbers are told by count-form. */
function numberProblem(field: Field, value: JsonNumber): Problem | null {
  const isWhole = Number.isInteger(value.value);
  if (field.name === 'performanceYear' && !isWhole) {
    return { span: value.span, message: `"performanceYear" must be a whole number, not ${value.raw}.` };
  }
  const isCountable = isWhole || !Number.isFinite(value.value) || field.type === 'number';
  const isTooLarge = Math.abs(value.value) > Number.MAX_SAFE_INTEGER && isCountable;
  if (!isTooLarge) return null;
  return { span: value.span, message: `${value.raw} is too large: JSON readers cannot hold it exactly.` };
}

function describe(value: JsonValue): string {
  switch (value.type) {
    case 'string':
      return `the text ${JSON.stringify(value.value)}`;
    case 'number':
      return `the number ${value.raw}`;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    default:
      return value.type === 'array' ? 'a list' : 'an object';
  }
}

/** Digits an id has; written as a number it loses its leading zeros. */
const ID_DIGITS: Readonly<Record<string, number>> = {
  taxpayerIdentificationNumber: 9,
  nationalProviderIdentifier: 10,
  measureId: 3,
};

function reason(field: Field, value: JsonValue): string {
  return value.type === 'number' && field.name in ID_DIGITS ? ' A number loses its leading zeros.' : '';
}

/** The same value in the right type, where there is no doubt which. */
function conversion(field: Field, value: JsonValue): ProposedFix | null {
  if (field.type === 'string' && value.type === 'number') {
    return replaceValue(value, value.raw.padStart(ID_DIGITS[field.name] ?? 0, '0'));
  }
  if (field.type === 'array' && value.type === 'object') {
    const { start, end } = value.span;
    return {
      title: 'Put it into a list',
      edits: [
        { span: { start, end: start }, newText: '[' },
        { span: { start: end, end }, newText: ']' },
      ],
    };
  }
  const isBinary = value.type === 'number' && (value.value === 0 || value.value === 1);
  if (field.type === 'boolean' && isBinary) return replaceValue(value, value.value === 1);
  if (value.type !== 'string') return null;
  const text = value.value.trim();
  if (field.type === 'boolean' && /^(?:true|false)$/i.test(text))
    return replaceValue(value, text.toLowerCase() === 'true');
  if (field.type === 'integer' && /^\d{1,15}$/.test(text)) return replaceValue(value, Number(text));
  if (field.type === 'number' && /^\d{1,9}(?:\.\d{1,6})?$/.test(text))
    return replaceValue(value, Number(text));
  return null;
}
