import type { Measure } from '../../catalog/catalog.ts';
import type { JsonObject, JsonValue } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { asMeant } from '../../qppJson/keys.ts';
import type { MeasurementPlace } from '../../qppJson/places.ts';
import { objectsIn } from '../../qppJson/shape.ts';
import { numberAt } from '../../qppJson/sourcedValue.ts';
import { ANY_VALUE_FIELDS } from '../../qppJson/valueFields.ts';
import type { ValueShape } from '../../qppJson/valueShape.ts';
import { expectedShape, valueShape } from '../../qppJson/valueShape.ts';
import type { Problem, ProposedFix, Rule } from '../rule.ts';
import { replaceValue } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** The value of a measurement has the shape of another kind of measure. */
export const valueShapeMismatch: Rule = {
  id: 'value-shape-mismatch',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source:
    "Submission API answer \"field 'value' in … is invalid: … is invalid for measureId\"; metricType in CMS's measures data",
  title: 'The value has not the shape its measure asks for',
  documentation: `The \`metricType\` of a measure in CMS's measures data decides what its \`value\` looks like:

| metric type | value |
|---|---|
| boolean (improvement activities, PI attestations) | \`true\` or \`false\` |
| proportion (PI) | \`{"numerator", "denominator"}\` |
| singlePerformanceRate | \`{"isEndToEndReported", "performanceMet", "eligiblePopulation", …}\` |
| registrySinglePerformanceRate (QCDR) | the same with \`"performanceRate"\` |
| multiPerformanceRate, registryMultiPerformanceRate | \`{"isEndToEndReported", "strata": [{"stratum", "performanceMet", …}]}\` |
| nonProportion | \`{"isEndToEndReported", "numerator", "denominator", "observationInstances"}\` |

A fix converts the value where all its numbers are there. \`numerator\` and \`denominator\` become \`performanceMet\` and \`eligiblePopulation\`; strata of a measure with one rate are put together, by adding them where the measure has several populations that count as one (005, 007, 008, 143 and 438 to 2025).`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts) return;
    for (const place of parts.measurements) {
      const found = problem(place);
      if (found) yield found;
    }
  },
};

const SHAPE_NAMES: Readonly<Record<ValueShape, string>> = {
  boolean: 'true or false',
  proportion: 'an object with "numerator" and "denominator"',
  rate: 'an object with "performanceMet" and "eligiblePopulation"',
  strata: 'an object with "strata"',
};

function problem({ measure, value }: MeasurementPlace): Problem | null {
  if (!measure || !value || value.type === 'null') return null;
  const expected = expectedShape(measure);
  const actual = valueShape(value);
  if (expected === null || actual === expected) return null;
  // An empty or unreadable object of the right kind lacks keys, which is another rule's.
  if (actual === null && value.type === 'object' && expected !== 'boolean') return null;
  const names =
    expected === 'strata' && measure.category === 'quality'
      ? strataNames(measure.strata.map(({ name }) => name))
      : '';
  const fixes = conversions(measure, value, expected, actual);
  return {
    span:
      value.type === 'object' || value.type === 'array'
        ? { start: value.span.start, end: value.span.start + 1 }
        : value.span,
    message: `The value of ${measure.measureId} (${measure.metricType}) must be ${SHAPE_NAMES[expected]}${names}, not ${describe(value, actual)}.`,
    ...(fixes.length > 0 && { fixes }),
  };
}

function strataNames(names: readonly (string | null)[]): string {
  return ` for ${names.map((name) => `"${name}"`).join(', ')}`;
}

function describe(value: JsonValue, shape: ValueShape | null): string {
  if (shape !== null && shape !== 'boolean') return SHAPE_NAMES[shape];
  if (value.type === 'string') return `the text ${JSON.stringify(value.value)}`;
  if (value.type === 'number') return `the number ${value.raw}`;
  if (value.type === 'boolean') return String(value.value);
  return value.type === 'array' ? 'a list' : 'an object';
}

/** The value rewritten, where everything the right shape needs is there. */
function conversions(
  measure: Measure,
  value: JsonValue,
  expected: ValueShape,
  actual: ValueShape | null,
): ProposedFix[] {
  if (expected === 'boolean' && value.type === 'string' && /^(?:true|false)$/i.test(value.value)) {
    return [replaceValue(value, value.value.toLowerCase() === 'true')];
  }
  if (value.type !== 'object' || expected !== 'rate') return [];
  const object = asMeant(value, ANY_VALUE_FIELDS);
  const counts = actual === 'proportion' ? countsOfProportion(object) : countsOfStrata(object, measure);
  if (!counts) return [];
  const title = 'Convert to performanceMet and eligiblePopulation';
  const isEndToEndReported = member(object, 'isEndToEndReported');
  if (isEndToEndReported?.type === 'boolean') {
    return [replaceValue(value, { isEndToEndReported: isEndToEndReported.value, ...counts }, title)];
  }
  // The other shape does not say it, and this one has to.
  return [true, false].map((isSo) => ({
    ...replaceValue(value, { isEndToEndReported: isSo, ...counts }, `${title}, isEndToEndReported ${isSo}`),
    isChoice: true,
  }));
}

function countsOfProportion(object: JsonObject): Record<string, number> | null {
  const numerator = numberAt(object, 'numerator')?.value;
  const denominator = numberAt(object, 'denominator')?.value;
  return numerator === undefined || denominator === undefined
    ? null
    : { performanceMet: numerator, eligiblePopulation: denominator };
}

const COUNTS = [
  'performanceMet',
  'performanceNotMet',
  'eligiblePopulationExclusion',
  'eligiblePopulationException',
  'eligiblePopulation',
];

/** One stratum is the value; several are added up where the measure's populations count as one (MeasureStratum without name). */
function countsOfStrata(object: JsonObject, measure: Measure): Record<string, number> | null {
  const strata = objectsIn(member(object, 'strata'));
  const isSum = measure.category === 'quality' && measure.strata.length > 1;
  if (strata.length === 0 || (strata.length > 1 && !isSum)) return null;
  const counts: Record<string, number> = {};
  for (const key of COUNTS) {
    const values = strata
      .map((stratum) => numberAt(stratum, key)?.value)
      .filter((count) => count !== undefined);
    if (values.length > 0) counts[key] = values.reduce((sum, count) => sum + count, 0);
  }
  return counts;
}
