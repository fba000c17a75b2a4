import type { Measure, YearCatalog } from '../catalog/catalog.ts';
import type { JsonArray, JsonObject, JsonValue } from '../json/tree.ts';
import { member } from '../json/tree.ts';
import type { Sourced } from '../text/span.ts';
import type { Field } from './fields.ts';
import { MEASUREMENT_FIELDS, PARTICIPANT_FIELDS, PRACTICE_DETAILS_FIELDS, setFields } from './fields.ts';
import { asMeant } from './keys.ts';
import type { SubmissionParts } from './shape.ts';
import { objectsIn } from './shape.ts';
import { idAt } from './sourcedValue.ts';
import { ANY_VALUE_FIELDS } from './valueFields.ts';
import type { ValueFormat } from './valueFormats.ts';
import { valueFormat } from './valueFormats.ts';
import { expectedShape, valueShape } from './valueShape.ts';

/** One entry of `measurements` with what the year's data says of its measure. */
export interface MeasurementPlace {
  readonly object: JsonObject;
  /** Its set, misspelt keys read as meant; `null` for a measurement that stands in none. */
  readonly set: JsonObject | null;
  readonly measureId: Sourced<string> | null;
  /** `undefined` when the year's data does not know the id. */
  readonly measure: Measure | undefined;
  readonly value: JsonValue | undefined;
  /** The shape its value should have; `null` when that is not known, or nobody uploads the measure. */
  readonly format: ValueFormat | null;
}

/** An object of the file and the fields it may have. */
export interface FieldPlace {
  readonly kind: 'submission' | 'set' | 'practiceDetails' | 'measurement' | 'value' | 'stratum';
  readonly object: JsonObject;
  readonly fields: readonly Field[];
  /** In sentences: "a measurement set". */
  readonly label: string;
}

/** All measurements, in the order of the file, or those that are wanted. */
export function measurementPlaces(
  parts: SubmissionParts,
  catalog: YearCatalog,
  isWanted: (object: JsonObject) => boolean = () => true,
): MeasurementPlace[] {
  return measurementObjects(parts, catalog)
    .filter(({ object }) => isWanted(object))
    .map(({ object, set }) => measurementPlace(object, set, catalog));
}

/** The entries of `measurements`, each with its set. */
export function measurementObjects(
  { sets, looseMeasurements }: SubmissionParts,
  catalog: YearCatalog,
): Pick<MeasurementPlace, 'object' | 'set'>[] {
  const inSets = sets.flatMap((written) => {
    const set = asMeant(written, setFields(catalog.jsonFormat));
    return objectsIn(member(set, 'measurements')).map((object) => ({ object, set }));
  });
  return [...inSets, ...looseMeasurements.map((object) => ({ object, set: null }))];
}

function measurementPlace(
  object: JsonObject,
  set: JsonObject | null,
  catalog: YearCatalog,
): MeasurementPlace {
  const meant = asMeant(object, MEASUREMENT_FIELDS);
  const measureId = idAt(meant, 'measureId', 3);
  const measure = measureId ? catalog.measures.get(measureId.value) : undefined;
  const format = measure ? valueFormat(measure.metricType, catalog.jsonFormat) : null;
  return { object, set, measureId, measure, value: member(meant, 'value'), format };
}

/**
 * Every object of the file whose fields are known, outermost first. Values of the wrong shape are left out.
 * `measurements` are {@link measurementPlaces} of the same parts, where they are at hand already.
 */
export function fieldPlaces(
  parts: SubmissionParts,
  catalog: YearCatalog,
  measurements: readonly MeasurementPlace[] = measurementPlaces(parts, catalog),
): FieldPlace[] {
  return [
    ...participantPlaces(parts),
    ...parts.sets.flatMap((set) => setPlaces(set, parts.shape, catalog)),
    ...measurements.flatMap(measurementFieldPlaces),
  ];
}

/** The fields of one object, found from the object upwards: a large file is not walked for it. */
export function fieldPlaceOf(
  object: JsonObject,
  parts: SubmissionParts,
  catalog: YearCatalog,
): FieldPlace | undefined {
  const measurement = measurementAround(object, parts, catalog);
  const places = measurement
    ? measurementFieldPlaces(measurement)
    : [...participantPlaces(parts), ...parts.sets.flatMap((set) => setPlaces(set, parts.shape, catalog))];
  return places.find((place) => place.object === object);
}

/** The measurement that an object is, or is part of. */
export function measurementAround(
  object: JsonObject,
  parts: SubmissionParts,
  catalog: YearCatalog,
): MeasurementPlace | undefined {
  for (let at: JsonArray | JsonObject | null = object; at; at = at.parent) {
    if (at.type !== 'object') continue;
    if (parts.looseMeasurements.includes(at)) return measurementPlace(at, null, catalog);
    const owner: JsonObject | null = at.parent?.parent?.type === 'object' ? at.parent.parent : null;
    const isInList = at.parent?.type === 'array' && at.parent !== member(owner, 'measurementSets');
    if (owner && isInList && parts.sets.includes(owner)) {
      return measurementPlace(at, asMeant(owner, setFields(catalog.jsonFormat)), catalog);
    }
  }
  return undefined;
}

function participantPlaces(parts: SubmissionParts): FieldPlace[] {
  const { participant } = parts;
  if (!participant) return [];
  return [
    { kind: 'submission', object: participant, fields: participantFields(parts), label: 'the submission' },
  ];
}

/** In the body of one set the submission nested in it has no sets of its own. */
function participantFields({ shape }: SubmissionParts): readonly Field[] {
  return shape === 'measurement-set'
    ? PARTICIPANT_FIELDS.filter(({ name }) => name !== 'measurementSets')
    : PARTICIPANT_FIELDS;
}

function setPlaces(set: JsonObject, shape: SubmissionParts['shape'], catalog: YearCatalog): FieldPlace[] {
  const fields = setFields(catalog.jsonFormat);
  const practice = member(set, 'practiceDetails');
  return [
    { kind: 'set', object: set, fields: bodyFields(fields, shape), label: 'a measurement set' },
    ...(practice?.type === 'object'
      ? [
          {
            kind: 'practiceDetails' as const,
            object: practice,
            fields: PRACTICE_DETAILS_FIELDS,
            label: 'practiceDetails',
          },
        ]
      : []),
  ];
}

/** A PATCH body names what changes and nothing else; the body of one set also names its submission. */
function bodyFields(fields: readonly Field[], shape: SubmissionParts['shape']): readonly Field[] {
  if (shape === 'patch' || shape === 'fragment')
    return fields.map((field) => ({ ...field, isRequired: false }));
  return shape === 'measurement-set' ? [...fields, NESTED_SUBMISSION] : fields;
}

const NESTED_SUBMISSION: Field = {
  name: 'submission',
  type: 'object',
  description: 'Who the set is for, in the body of POST /measurement-sets.',
};

/** Fields of a value whose measure is not known: nothing can be missing. */
const UNKNOWN_VALUE_FIELDS: readonly Field[] = ANY_VALUE_FIELDS.map((field) => ({
  ...field,
  isRequired: false,
}));

function measurementFieldPlaces(place: MeasurementPlace): FieldPlace[] {
  const { object, measure, measureId, value, format } = place;
  const own: FieldPlace = { kind: 'measurement', object, fields: MEASUREMENT_FIELDS, label: 'a measurement' };
  if (value?.type !== 'object') return [own];
  const label = `the value of ${measureId?.value ?? 'a measure'}`;
  if (!measure) return [own, { kind: 'value', object: value, fields: UNKNOWN_VALUE_FIELDS, label }];
  const shape = valueShape(value);
  if (!format || format.kind === 'boolean' || (shape !== null && shape !== expectedShape(measure)))
    return [own];
  const strata = format.kind === 'strata' ? objectsIn(member(asMeant(value, format.fields), 'strata')) : [];
  const stratumFields = format.kind === 'strata' ? format.stratumFields : [];
  return [
    own,
    { kind: 'value', object: value, fields: format.fields, label },
    ...strata.map((stratum) => ({
      kind: 'stratum' as const,
      object: stratum,
      fields: stratumFields,
      label: `a stratum of ${measure.measureId}`,
    })),
  ];
}
