import type { JsonObject, JsonValue } from '../json/tree.ts';
import { member } from '../json/tree.ts';
import type { Measurement, QualityMeasurement, Stratum } from '../submission/submission.ts';
import type { Sourced, Span } from '../text/span.ts';
import { MEASUREMENT_FIELDS } from './fields.ts';
import { asMeant } from './keys.ts';
import { objectsIn } from './shape.ts';
import { booleanOf, bracketSpan, idAt, numberAt, textAt } from './sourcedValue.ts';
import { ANY_STRATUM_FIELDS, ANY_VALUE_FIELDS } from './valueFields.ts';
import { RATE_KEYS } from './valueShape.ts';

interface MeasurementHead {
  readonly span: Span;
  readonly measureId: Sourced<string> | null;
  readonly guid: null;
}

/** Keys that tell a non-proportion measure's value from a proportion where no category does. */
const NON_PROPORTION_KEYS = [
  'observationInstances',
  'denominatorException',
  'isEndToEndReported',
  'reportingRate',
];

/**
 * Reads one entry of `measurements` by the shape its value has, which need not be the shape its measure asks for
 * (metricType): that is for a rule to say.
 */
export function decodeMeasurement(written: JsonObject, category: string | null): Measurement {
  const object = asMeant(written, MEASUREMENT_FIELDS);
  // Quality ids have three digits; one written as a number has lost its zeros.
  const measureId = idAt(object, 'measureId', 3);
  const head = { span: measureId?.span ?? bracketSpan(object), measureId, guid: null };
  const value = member(object, 'value');
  const answer = value && booleanOf(value);
  if (answer) return { ...head, kind: 'attestation', value: answer };
  return value?.type === 'object' ? decodeObject(head, value, category) : { ...head, kind: 'unreadable' };
}

function decodeObject(head: MeasurementHead, written: JsonObject, category: string | null): Measurement {
  const value = asMeant(written, ANY_VALUE_FIELDS);
  const keys = new Set(value.properties.map(({ key }) => key));
  if (keys.has('strata') || value.properties.some(({ key }) => RATE_KEYS.has(key)))
    return decodeRates(head, value);
  if (!keys.has('numerator') && !keys.has('denominator')) return { ...head, kind: 'unreadable' };
  const counts = { numerator: numberAt(value, 'numerator'), denominator: numberAt(value, 'denominator') };
  const isNonProportion =
    category === 'quality' || (category !== 'pi' && NON_PROPORTION_KEYS.some((key) => keys.has(key)));
  if (!isNonProportion) return { ...head, kind: 'proportion', ...counts };
  return {
    ...head,
    kind: 'nonProportion',
    isEndToEndReported: isEndToEndReported(value),
    ...counts,
    observationInstances: numberAt(value, 'observationInstances'),
    denominatorException: numberAt(value, 'denominatorException'),
    numeratorExclusion: numberAt(value, 'numeratorExclusion'),
  };
}

function decodeRates(head: MeasurementHead, value: JsonObject): QualityMeasurement {
  const strata: JsonValue | undefined = member(value, 'strata');
  return {
    // Written out, for a file has thousands of these and spreading is slow.
    span: head.span,
    measureId: head.measureId,
    guid: null,
    kind: 'quality',
    isEndToEndReported: isEndToEndReported(value),
    isMultiStratum: strata !== undefined,
    strata: strata ? objectsIn(strata).map(namedStratum) : [decodeStratum(value, head.span)],
    performanceRate: numberAt(value, 'performanceRate'),
    populations: [],
    reportedRates: [],
  };
}

function namedStratum(written: JsonObject): Stratum {
  const object = asMeant(written, ANY_STRATUM_FIELDS);
  return decodeStratum(object, textAt(object, 'stratum')?.span ?? bracketSpan(object));
}

function decodeStratum(object: JsonObject, span: Span): Stratum {
  return {
    span,
    name: textAt(object, 'stratum'),
    performanceMet: numberAt(object, 'performanceMet'),
    performanceNotMet: numberAt(object, 'performanceNotMet'),
    eligiblePopulation: numberAt(object, 'eligiblePopulation'),
    eligiblePopulationExclusion: numberAt(object, 'eligiblePopulationExclusion'),
    eligiblePopulationException: numberAt(object, 'eligiblePopulationException'),
    numeratorExclusion: numberAt(object, 'numeratorExclusion'),
    performanceRate: numberAt(object, 'performanceRate'),
  };
}

function isEndToEndReported(value: JsonObject): boolean {
  const answer = member(value, 'isEndToEndReported');
  return answer !== undefined && booleanOf(answer)?.value === true;
}
