import type { Measure } from '../../catalog/catalog.ts';
import { piMeasure } from '../../catalog/piMeasure.ts';
import { measureSuccessor } from '../../catalog/successor.ts';
import { piSets } from '../../submission/measurements.ts';
import type { Measurement, MeasurementSet } from '../../submission/submission.ts';
import { closest } from '../../text/closest.ts';
import type { Sourced } from '../../text/span.ts';
import type { RuleContext } from '../rule.ts';

/** A measure or attestation of Promoting Interoperability as the file reports it. */
export interface PiReport {
  readonly measureId: Sourced<string>;
  readonly measurement: Measurement;
}

/** What a set reports, by measure id in document order; an id that stands several times has several reports. */
export function reportsById(set: MeasurementSet): ReadonlyMap<string, readonly PiReport[]> {
  const reports = new Map<string, PiReport[]>();
  for (const measurement of set.measurements) {
    const { measureId } = measurement;
    if (!measureId) continue;
    const others = reports.get(measureId.value);
    if (others) others.push({ measureId, measurement });
    else reports.set(measureId.value, [{ measureId, measurement }]);
  }
  return reports;
}

/** What one Promoting Interoperability set says, by measure id. */
export interface PiReports {
  readonly set: MeasurementSet;
  /** The report of a measure; the first of several. */
  get(measureId: string): Measurement | undefined;
  /** Answered yes, or a numerator of at least one. */
  isReported(measureId: string): boolean;
  /** With a fault in its value or id that another rule tells. */
  isFaulty(measureId: string): boolean;
  /** Reported, excused by an exclusion that is claimed, or faulty. */
  isDone(measureId: string): boolean;
}

/**
 * What each Promoting Interoperability set of the submission says. A set of QPP JSON with an entry that has no id is left
 * out: what it lacks may be that entry.
 */
export function piReports(context: RuleContext): PiReports[] {
  const isQrda3 = context.submission.format === 'qrda3';
  return piSets(context.submission)
    .filter((set) => isQrda3 || set.measurements.every(({ measureId }) => measureId?.value))
    .map((set) => reportsOf(set, context));
}

function reportsOf(set: MeasurementSet, context: RuleContext): PiReports {
  const byId = reportsById(set);
  const get = (measureId: string) => byId.get(measureId)?.[0]?.measurement;
  const isReported = (measureId: string) => isPositive(get(measureId));
  const misspelt = misspeltIds([...byId.keys()], context);
  const isFaulty = (measureId: string) =>
    misspelt.has(measureId) || hasFaultyValue(get(measureId), context.catalog.measures.get(measureId));
  const isDone = (measureId: string) =>
    isReported(measureId) ||
    isFaulty(measureId) ||
    (piMeasure(measureId, context.catalog)?.exclusions ?? []).some(
      (exclusion) => isReported(exclusion) || misspelt.has(exclusion),
    );
  return { set, get, isReported, isFaulty, isDone };
}

/** The measures that ids which the year does not have are meant to be, or have become; the ids themselves are told. */
function misspeltIds(ids: readonly string[], { catalog, catalogs }: RuleContext): ReadonlySet<string> {
  const unknown = ids.filter((id) => !catalog.measures.has(id)).slice(0, COMPARED_IDS);
  if (unknown.length === 0) return new Set();
  const known = [...catalog.measures.values()].filter(({ category }) => category === 'pi');
  const names = known.map(({ measureId }) => measureId);
  const meant = unknown.flatMap((id) => {
    const ofOtherYear = catalogs.years
      .map((year) => catalogs.year(year)?.measures.get(id))
      .findLast((measure) => measure !== undefined);
    const successor = ofOtherYear && measureSuccessor(ofOtherYear, catalog)?.measureId;
    return ofOtherYear ? (successor ?? []) : (closest(id, names) ?? []);
  });
  return new Set(meant);
}

/** A set with more strange ids than this is something else. */
const COMPARED_IDS = 20;

function isPositive(measurement: Measurement | undefined): boolean {
  if (measurement?.kind === 'attestation') return measurement.value?.value === true;
  return measurement?.kind === 'proportion' && (measurement.numerator?.value ?? 0) >= 1;
}

/** No readable answer, one of another shape, or a numerator that is missing, zero or negative: told at the value. */
function hasFaultyValue(measurement: Measurement | undefined, measure: Measure | undefined): boolean {
  if (measurement === undefined) return false;
  if (measurement.kind === 'attestation') {
    return measurement.value === null || measure?.metricType === 'proportion';
  }
  return measurement.kind !== 'proportion' || (measurement.numerator?.value ?? 0) < 1;
}
