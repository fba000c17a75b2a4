import type { JsonObject } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import type { FieldPlace } from '../../qppJson/places.ts';
import { textAt } from '../../qppJson/sourcedValue.ts';
import { indentBefore, insertion } from '../../text/edit.ts';
import type { ProposedFix, RuleContext } from '../rule.ts';
import type { JsonParts } from './jsonParts.ts';

/** Adds the keys an object lacks where the rest of the file tells what they hold; nothing where one of them is open. */
export function missingKeyFixes(
  { object, kind }: FieldPlace,
  names: readonly string[],
  parts: JsonParts,
  context: RuleContext,
): ProposedFix[] {
  const isAbsent = names.every((name) => !object.properties.some(({ key }) => key === name));
  const told = names.map((name) => [name, valueToldFor(name, kind, object, parts, context)] as const);
  if (!isAbsent || told.some(([, value]) => value === null)) return [];
  const written = told.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  const [first] = object.properties;
  const indent = first ? indentBefore(parts.json.text, first.keySpan.start) : null;
  const separator = indent === null ? ', ' : `,\n${indent}`;
  if (!first) return [];
  return [
    {
      title: `Add ${written.join(', ')}`,
      edits: [insertion(first.keySpan.start, written.map((property) => property + separator).join(''))],
    },
  ];
}

function valueToldFor(
  name: string,
  kind: FieldPlace['kind'],
  object: JsonObject,
  parts: JsonParts,
  context: RuleContext,
): string | number | null {
  if (kind === 'submission') return name === 'performanceYear' ? yearOfDates(parts) : null;
  if (kind !== 'set') return null;
  const category = textAt(object, 'category')?.value ?? categoryOf(object, parts);
  switch (name) {
    case 'category':
      return category;
    case 'submissionMethod':
      return category === 'quality' ? methodOf(object, parts) : null;
    case 'performanceStart':
      return fullYear(category, '01-01', context);
    case 'performanceEnd':
      return fullYear(category, '12-31', context);
    default:
      return null;
  }
}

/** Quality measures cover the year; of other categories the period is somebody's to say. */
function fullYear(category: string | null, day: string, context: RuleContext): string | null {
  return category === 'quality' && !context.isYearAssumed ? `${context.performanceYear}-${day}` : null;
}

function measuresOf(set: JsonObject, { allMeasurements }: JsonParts) {
  const own = allMeasurements().filter(({ object }) => object.parent?.parent === set);
  return own.length > 0 && own.every(({ measure }) => measure !== undefined)
    ? own.flatMap(({ measure }) => measure ?? [])
    : [];
}

/** The one category that all measures of a set are of. */
function categoryOf(set: JsonObject, parts: JsonParts): string | null {
  return only(measuresOf(set, parts).map(({ category }) => category));
}

/** The one way of upload that all measures of a set are specified for. */
function methodOf(set: JsonObject, parts: JsonParts): string | null {
  const measures = measuresOf(set, parts);
  const methods = ['electronicHealthRecord', 'registry'] as const;
  const possible = methods.filter((method) =>
    measures.every((measure) => measure.category === 'quality' && measure.submissionMethods.includes(method)),
  );
  return measures.length > 0 && possible.length === 1 ? (possible[0] ?? null) : null;
}

function yearOfDates({ sets }: JsonParts): number | null {
  const dates = sets.flatMap((set) => ['performanceStart', 'performanceEnd'].map((key) => member(set, key)));
  const years = dates.map((date) =>
    date?.type === 'string' ? /^(20\d\d)-/.exec(date.value)?.[1] : undefined,
  );
  const year = years.every((each) => each !== undefined) ? only(years) : null;
  return year === null ? null : Number(year);
}

function only<Value>(values: readonly Value[]): Value | null {
  const [first, ...others] = new Set(values);
  return first !== undefined && others.length === 0 ? first : null;
}
