import type { Measure } from '../../catalog/catalog.ts';
import { piMeasure } from '../../catalog/piMeasure.ts';
import { piSets } from '../../submission/measurements.ts';
import type { Measurement, MeasurementSet } from '../../submission/submission.ts';
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
  /** Reported, excused by an exclusion that is claimed, or with a fault in its value that another rule tells. */
  isDone(measureId: string): boolean;
}

/** What each Promoting Interoperability set of the submission says. */
export function piReports(context: RuleContext): PiReports[] {
  return piSets(context.submission).map((set) => reportsOf(set, context));
}

function reportsOf(set: MeasurementSet, context: RuleContext): PiReports {
  const byId = reportsById(set);
  const get = (measureId: string) => byId.get(measureId)?.[0]?.measurement;
  const isReported = (measureId: string) => isPositive(get(measureId));
  const isDone = (measureId: string) =>
    isReported(measureId) ||
    hasFaultyValue(get(measureId), context.catalog.measures.get(measureId)) ||
    (piMeasure(measureId, context.catalog)?.exclusions ?? []).some(isReported);
  return { set, get, isReported, isDone };
}

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
