import type { JsonFormat } from '../../catalog/jsonFormat.ts';
import type { JsonObject } from '../../json/tree.ts';
import type { UnknownKey } from '../../qppJson/keys.ts';
import { unknownKeys } from '../../qppJson/keys.ts';
import type { FieldPlace } from '../../qppJson/places.ts';
import { textAt } from '../../qppJson/sourcedValue.ts';
import type { Problem, Rule } from '../rule.ts';
import { deleteProperty, renameKey } from './edits.ts';
import { jsonParts } from './jsonParts.ts';
import { yearsOf } from './setFieldMisplaced.ts';

/** A key that the submission API does not know, most often a misspelt one. */
export const jsonKeyUnknown: Rule = {
  id: 'json-key-unknown',
  layer: 'upload',
  severity: 'warning',
  source: 'CMS QPP submissions API documentation (fields of Submissions, Measurement Sets, Measurements)',
  title: 'The submission API does not know this key',
  documentation: `Keys are case-sensitive and spelt exactly as documented. A misspelt key is not read, so what it should have told is missing: where the API needs it, the upload is refused with "field … is missing". CMS's own documentation spelt \`cehrtId\` as \`chertId\` until July 2023.

An error where the key was meant to be a required one, a warning otherwise.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts || parts.shape === 'response') return;
    for (const place of parts.objects) {
      for (const unknown of unknownKeys(place.object, place.fields)) {
        const isStrange = unknown.meant === null && place.kind === 'set';
        const isOfOtherYears = isStrange && yearsOf(unknown.property.key, context.catalogs).length > 0;
        if (!isOfOtherYears) yield problem(unknown, place, parts.format);
      }
    }
  },
};

function problem({ property, meant }: UnknownKey, place: FieldPlace, format: JsonFormat | null): Problem {
  const { object, label } = place;
  if (!meant) {
    return {
      span: property.keySpan,
      message: `"${property.key}" is no key of ${label}: the submission API does not know it.`,
      fixes: [deleteProperty(object, property)],
    };
  }
  const isNeeded =
    meant.isRequired || PARTICIPANT_IDS.has(meant.name) || needsCehrtId(meant.name, object, format);
  const consequence = isNeeded ? `, and "${meant.name}" is missing without it` : '';
  return {
    span: property.keySpan,
    ...(isNeeded && { severity: 'error' }),
    message: `"${property.key}" is no key of ${label}${consequence}. "${meant.name}" is meant.`,
    fixes: [renameKey(property, meant.name)],
  };
}

/** An id that someone wrote down is one the file is filed by. */
const PARTICIPANT_IDS: ReadonlySet<string> = new Set([
  'taxpayerIdentificationNumber',
  'nationalProviderIdentifier',
  'entityId',
]);

function needsCehrtId(name: string, set: JsonObject, format: JsonFormat | null): boolean {
  if (name !== 'cehrtId' || !format) return false;
  const category = textAt(set, 'category')?.value;
  const method = textAt(set, 'submissionMethod')?.value;
  return format.cehrtIdRequired.some(
    (need) => need.category === category && (need.submissionMethod ?? method) === method,
  );
}
