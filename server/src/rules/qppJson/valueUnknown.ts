import type { Catalogs, YearCatalog } from '../../catalog/catalog.ts';
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

/** A name from a fixed list that is not on it: entityType, category, submissionMethod, programName. */
export const jsonValueUnknown: Rule = {
  id: 'json-value-unknown',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS QPP submissions API documentation; file upload: "submission method is not allowed via file upload" (registry and electronicHealthRecord are)',
  title: 'The value is not one of those allowed',
  documentation: `Four keys take a name from a fixed list, spelt exactly so:

| key | values |
|---|---|
| \`entityType\` | individual, group, virtualGroup (from 2018), apm, subgroup (from 2023) |
| \`category\` | quality, pi, ia (aci instead of pi in 2017) |
| \`submissionMethod\` | registry, electronicHealthRecord; data of other methods reaches CMS in other ways |
| \`programName\` | mips, the programs of the year (cpcPlus, pcf, app1, appPlus) and the ids of its MIPS Value Pathways |`,
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

function* checkSet(
  set: JsonObject,
  format: JsonFormat,
  { catalog, catalogs, performanceYear }: RuleContext,
): Iterable<Problem> {
  const category = textMember(set, 'category');
  if (category) yield* check(category, 'category', format.categories, performanceYear);
  const method = textMember(set, 'submissionMethod');
  if (method && OTHER_METHODS.has(method.value)) yield otherMethod(method);
  else if (method) yield* check(method, 'submission method', format.submissionMethods, performanceYear);
  const program = textMember(set, 'programName');
  if (program && !isProgram(program.value, format, catalog))
    yield unknownProgram(program, format, catalog, catalogs);
}

function* check(
  value: JsonString,
  label: string,
  allowed: readonly string[],
  year: number,
): Iterable<Problem> {
  if (allowed.includes(value.value)) return;
  const meant = closest(value.value, allowed);
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

function isProgram(program: string, format: JsonFormat, catalog: YearCatalog): boolean {
  // CMS: the program name of PCF may be upper or lower case; all others are case-sensitive.
  const isPcf = program.toLowerCase() === 'pcf' && format.programs.includes('pcf');
  return isPcf || format.programs.includes(program) || catalog.mvps.has(program);
}

function unknownProgram(
  program: JsonString,
  format: JsonFormat,
  catalog: YearCatalog,
  catalogs: Catalogs,
): Problem {
  const { value, span } = program;
  const others = catalogs.years.filter((year) => isProgramOf(value, catalogs.year(year)));
  const subject = `${quote(value)} is no program of ${catalog.performanceYear}`;
  if (others.length > 0) return { span, message: `${subject}; it is one of ${others.join(', ')}.` };
  const meant = closest(value, [...format.programs, ...caseVariants(value, catalog)]);
  return {
    span,
    message: `${subject}. ${meant ? `${quote(meant)} is meant.` : `It is one of ${list(format.programs)} or the id of an MVP.`}`,
    ...(meant && { fixes: [replaceValue(program, meant)] }),
  };
}

function isProgramOf(program: string, catalog: YearCatalog | undefined): boolean {
  return catalog?.jsonFormat ? isProgram(program, catalog.jsonFormat, catalog) : false;
}

// One wrong letter makes another MVP's id, so only case is forgiven.
function caseVariants(program: string, catalog: YearCatalog): string[] {
  return [...catalog.mvps.keys()].filter((id) => id.toLowerCase() === program.toLowerCase());
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
