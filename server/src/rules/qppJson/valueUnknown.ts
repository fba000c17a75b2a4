import type { JsonFormat } from '../../catalog/jsonFormat.ts';
import type { JsonObject, JsonString } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { PARTICIPANT_FIELDS, setFields } from '../../qppJson/fields.ts';
import { asMeant } from '../../qppJson/keys.ts';
import { isPlaceholder } from '../../qppJson/placeholder.ts';
import { closest } from '../../text/closest.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { replaceValue } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** A name from a fixed list that is not on it: entityType, category, submissionMethod. */
export const jsonValueUnknown: Rule = {
  id: 'json-value-unknown',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS QPP submissions API documentation; file upload: "submission method is not allowed via file upload" (registry and electronicHealthRecord are)',
  title: 'The value is not one of those allowed',
  documentation: `Three keys take a name from a fixed list, spelt exactly so:

| key | values |
|---|---|
| \`entityType\` | individual, group, virtualGroup (from 2018), apm, subgroup (from 2023) |
| \`category\` | quality, pi, ia (aci instead of pi in 2017) |
| \`submissionMethod\` | registry, electronicHealthRecord; data of other methods reaches CMS in other ways |
`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts?.format) return;
    if (parts.participant) yield* checkEntityType(parts.participant, context);
    for (const set of parts.sets)
      yield* checkSet(asMeant(set, setFields(parts.format)), parts.format, context);
  },
};

/** All there have ever been: an entity type of another year is told by the rules about who may report what. */
const ENTITY_TYPES = ['individual', 'group', 'virtualGroup', 'apm', 'subgroup'];

function* checkEntityType(participant: JsonObject, { performanceYear }: RuleContext): Iterable<Problem> {
  const entityType = textMember(asMeant(participant, PARTICIPANT_FIELDS), 'entityType');
  if (entityType) yield* check(entityType, 'entity type', ENTITY_TYPES, performanceYear);
}

function* checkSet(set: JsonObject, format: JsonFormat, { performanceYear }: RuleContext): Iterable<Problem> {
  const category = textMember(set, 'category');
  if (category) yield* check(category, 'category', format.categories, performanceYear);
  const method = textMember(set, 'submissionMethod');
  if (method && OTHER_METHODS.has(method.value)) yield otherMethod(method);
  else if (method) yield* check(method, 'submission method', format.submissionMethods, performanceYear);
}

/** Other names of the field for the same: pi was aci in 2017; collection types for the way of upload. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['aci', 'pi'],
  ['ehr', 'electronicHealthRecord'],
  ['ecqm', 'electronicHealthRecord'],
  ['cqm', 'registry'],
  ['qcdr', 'registry'],
]);

function* check(
  value: JsonString,
  label: string,
  allowed: readonly string[],
  year: number,
): Iterable<Problem> {
  if (allowed.includes(value.value)) return;
  const alias = ALIASES.get(value.value.toLowerCase()) ?? '';
  const meant = allowed.includes(alias) ? alias : closest(value.value, allowed);
  yield {
    span: value.span,
    message: `${quote(value.value)} is no ${label} of ${year}. ${meant ? `${quote(meant)} is meant.` : `It is one of ${list(allowed)}.`}`,
    ...(meant && { fixes: [replaceValue(value, meant)] }),
  };
}

const OTHER_METHODS: ReadonlySet<string> = new Set([
  'claims',
  'administrativeClaims',
  'cmsWebInterface',
  'certifiedSurveyVendor',
]);

function otherMethod(method: JsonString): Problem {
  return {
    span: method.span,
    message: `Data by ${quote(method.value)} cannot be uploaded as a file: only "registry" and "electronicHealthRecord" can.`,
  };
}

function textMember(object: JsonObject, key: string): JsonString | null {
  const value = member(object, key);
  return value?.type === 'string' && !isPlaceholder(value.value) ? value : null;
}

function list(names: readonly string[]): string {
  const quoted = names.map(quote);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

function quote(name: string): string {
  return `"${name}"`;
}
