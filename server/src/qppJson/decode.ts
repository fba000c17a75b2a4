import type { JsonDocument, JsonObject, JsonValue } from '../json/tree.ts';
import { member } from '../json/tree.ts';
import type { Identifier, Measurement, MeasurementSet, Submission } from '../submission/submission.ts';
import type { Sourced, Span } from '../text/span.ts';
import { decodeMeasurement } from './decodeMeasurement.ts';
import { PARTICIPANT_FIELDS, SET_FIELDS } from './fields.ts';
import { asMeant } from './keys.ts';
import { isPlaceholder } from './placeholder.ts';
import type { SubmissionParts } from './shape.ts';
import { locateParts } from './shape.ts';
import { bracketSpan, idAt, numberAt, textAt, writtenAt } from './sourcedValue.ts';

/** Digits of a taxpayer identification number and of a national provider identifier. */
const TIN_DIGITS = 9;
const NPI_DIGITS = 10;

/**
 * Reads a JSON text of any shape (see {@link locateParts}) as a submission. Wrong types are read as what they most
 * likely mean, since a rule tells them; what cannot be read is `null`. It never throws.
 */
export function decodeQppJson(json: JsonDocument): Submission {
  const parts = locateParts(json);
  const participant = parts.participant && asMeant(parts.participant, PARTICIPANT_FIELDS);
  const tin = participant && idAt(participant, 'taxpayerIdentificationNumber', TIN_DIGITS);
  const npi = participant && idAt(participant, 'nationalProviderIdentifier', NPI_DIGITS);
  const entityId = participant && writtenAt(participant, 'entityId');
  const entityType = participant && textAt(participant, 'entityType');
  return {
    format: 'qpp-json',
    span: fileSpan(json),
    performanceYear: participant && readYear(participant),
    entityType,
    documentProgram: null,
    taxpayerIdentificationNumber: isFiledBy(entityType, 'tin') ? tin : null,
    nationalProviderIdentifier: isFiledBy(entityType, 'npi') ? npi : null,
    entityId: isFiledBy(entityType, 'entityId') ? entityId : null,
    identifiers: [
      ...identifier('tin', tin),
      ...identifier('npi', npi),
      ...identifier(entityIdKind(entityType?.value), entityId),
    ],
    measurementSets: decodeSets(parts),
  };
}

function fileSpan({ root, text }: JsonDocument): Span {
  if (root === null) return { start: 0, end: Math.min(text.length, 1) };
  return { start: root.span.start, end: root.span.start + 1 };
}

/** The year as a number, also where it is written as text of four digits. */
function readYear(participant: JsonObject): Sourced<number> | null {
  const year = numberAt(participant, 'performanceYear');
  return year && Number.isInteger(year.value) ? year : null;
}

/** The ids that name each kind of participant; a type nobody knows keeps all its ids. */
const FILED_IDS: Readonly<Record<string, readonly string[]>> = {
  individual: ['tin', 'npi'],
  group: ['tin'],
  virtualGroup: ['entityId'],
  apm: ['entityId'],
  subgroup: ['entityId'],
};

function isFiledBy(entityType: Sourced<string> | null, id: 'tin' | 'npi' | 'entityId'): boolean {
  if (!entityType || !Object.hasOwn(FILED_IDS, entityType.value)) return true;
  return FILED_IDS[entityType.value]?.includes(id) ?? true;
}

function entityIdKind(entityType: string | undefined): Identifier['kind'] {
  if (entityType === 'apm') return 'apmEntityId';
  if (entityType === 'virtualGroup') return 'virtualGroupId';
  return entityType === 'subgroup' ? 'subgroupId' : 'entityId';
}

function identifier(kind: Identifier['kind'], id: Sourced<string> | null): Identifier[] {
  return id ? [{ kind, value: id.value, nullFlavor: null, span: id.span }] : [];
}

function decodeSets({ sets, looseMeasurements }: SubmissionParts): MeasurementSet[] {
  const decoded = sets.map(decodeSet);
  return looseMeasurements.length > 0 ? [...decoded, setOfLoose(looseMeasurements)] : decoded;
}

function decodeSet(written: JsonObject): MeasurementSet {
  const object = asMeant(written, SET_FIELDS);
  const category = textAt(object, 'category');
  const measurements = member(object, 'measurements');
  return {
    span: category?.span ?? bracketSpan(object),
    category,
    submissionMethod: textAt(object, 'submissionMethod'),
    programName: writtenAt(object, 'programName'),
    cehrtId: writtenAt(object, 'cehrtId'),
    performanceStart: dateAt(object, 'performanceStart'),
    performanceEnd: dateAt(object, 'performanceEnd'),
    measurements: entriesOf(measurements).map((entry) => decodeEntry(entry, category?.value ?? null)),
  };
}

/** The items of the list; what stands where the list should be is the one item. */
function entriesOf(measurements: JsonValue | undefined): readonly JsonValue[] {
  if (measurements === undefined) return [];
  return measurements.type === 'array' ? measurements.items : [measurements];
}

function decodeEntry(entry: JsonValue, category: string | null): Measurement {
  return entry.type === 'object'
    ? decodeMeasurement(entry, category)
    : { kind: 'unreadable', span: entry.span, measureId: null, guid: null };
}

/** A date as written; a number and a template's placeholder are none, and rules of their own tell them. */
function dateAt(object: JsonObject, key: string): Sourced<string> | null {
  const date = member(object, key)?.type === 'number' ? null : textAt(object, key);
  return date && isPlaceholder(date.value) ? null : date;
}

/** Measurements that were cut out of a file: of their set nothing is known. */
function setOfLoose(objects: readonly JsonObject[]): MeasurementSet {
  const [first] = objects;
  return {
    span: first ? bracketSpan(first) : { start: 0, end: 0 },
    category: null,
    submissionMethod: null,
    programName: null,
    cehrtId: null,
    performanceStart: null,
    performanceEnd: null,
    measurements: objects.map((item) => decodeMeasurement(item, null)),
  };
}

/**
 * The year whose rules apply: `performanceYear`, else the year the sets' dates begin with (bodies and fragments carry
 * no year, and a year that does not exist is mistyped); `null` when nothing tells.
 */
export function readJsonPerformanceYear(
  { performanceYear, measurementSets }: Submission,
  years: readonly number[],
): number | null {
  const written = performanceYear?.value ?? null;
  if (written !== null && years.includes(written)) return written;
  const ofDates = firstYearOfDates(measurementSets);
  return written === null || (ofDates !== null && years.includes(ofDates)) ? ofDates : written;
}

function firstYearOfDates(sets: readonly MeasurementSet[]): number | null {
  for (const { performanceStart, performanceEnd } of sets) {
    const year = /^(\d{4})-\d\d-\d\d/.exec(performanceStart?.value ?? performanceEnd?.value ?? '')?.[1];
    if (year) return Number(year);
  }
  return null;
}
