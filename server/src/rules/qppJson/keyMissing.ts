import type { JsonObject } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { asMeant } from '../../qppJson/keys.ts';
import type { FieldPlace } from '../../qppJson/places.ts';
import { bracketSpan } from '../../qppJson/sourcedValue.ts';
import type { Span } from '../../text/span.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { type JsonParts, jsonParts } from './jsonParts.ts';
import { missingKeyFixes } from './missingKeys.ts';

/** A key that the submission API needs is not there, or has no value. */
export const jsonKeyMissing: Rule = {
  id: 'json-key-missing',
  layer: 'upload',
  severity: 'error',
  source:
    'Submission API answer "field … is missing"; CMS QPP submissions API documentation (fields marked required); file upload: "At least one measurementSet must be defined"',
  title: 'A required key is missing',
  documentation: `The API refuses an object that lacks a required key, and \`null\` is no value:

| object | needs |
|---|---|
| the submission | \`performanceYear\`, \`entityType\`, \`measurementSets\` with one set at least |
| a measurement set | \`category\`, \`submissionMethod\`, \`performanceStart\`, \`performanceEnd\` |
| a measurement | \`measureId\`, \`value\` |
| its value | what the measure's metric type asks for, such as \`isEndToEndReported\`, \`performanceMet\` and \`eligiblePopulation\` |

The ids of the participant and the CEHRT id have rules of their own.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts || parts.shape === 'response') return;
    for (const place of parts.objects) {
      const found = problem(place, parts, context);
      if (found) yield found;
    }
    const sets =
      parts.shape === 'submission' && parts.json.root
        ? member(parts.json.root, 'measurementSets')
        : undefined;
    if (sets?.type === 'array' && sets.items.length === 0) {
      yield {
        span: sets.span,
        message: '"measurementSets" is empty. A file needs one measurement set at least.',
      };
    }
  },
};

function problem(place: FieldPlace, parts: JsonParts, context: RuleContext): Problem | null {
  const { object, fields, label } = place;
  const meant = asMeant(object, fields);
  const missing = fields
    .filter(({ name, isRequired }) => isRequired && !hasValue(meant, name, parts.json.text))
    .map(({ name }) => name);
  if (missing.length === 0) return null;
  const subject = label[0]?.toUpperCase() + label.slice(1);
  return {
    span: nullSpan(meant, missing) ?? bracketSpan(object),
    message: `${subject} lacks ${list(missing.map((name) => `"${name}"`))}.`,
    fixes: () => missingKeyFixes(place, missing, parts, context),
  };
}

/** A key without value, or with a word that is no JSON and is read as `null`, is damaged text, told as such. */
function hasValue(object: JsonObject, name: string, text: string): boolean {
  const property = object.properties.findLast(({ key }) => key === name);
  if (property?.value?.type !== 'null') return property !== undefined;
  const { start, end } = property.value.span;
  return text.slice(start, end) !== 'null';
}

/** The `null` that stands for the one key that is missing. */
function nullSpan(object: JsonObject, missing: readonly string[]): Span | undefined {
  return missing.length === 1 ? member(object, missing[0] ?? '')?.span : undefined;
}

function list(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
