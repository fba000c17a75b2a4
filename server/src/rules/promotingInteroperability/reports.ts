import type { PiMeasure } from '../../catalog/catalog.ts';
import type { Measurement, MeasurementSet } from '../../submission/submission.ts';
import type { RuleContext } from '../rule.ts';
import { piSets } from './piSets.ts';

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
  const byId = new Map<string, Measurement>();
  for (const measurement of set.measurements) {
    const id = measurement.measureId?.value;
    if (id !== undefined && !byId.has(id)) byId.set(id, measurement);
  }
  const isReported = (measureId: string) => isPositive(byId.get(measureId));
  const isDone = (measureId: string) =>
    isReported(measureId) ||
    hasFaultyValue(byId.get(measureId)) ||
    (piMeasure(measureId, context)?.exclusions ?? []).some(isReported);
  return { set, get: (measureId) => byId.get(measureId), isReported, isDone };
}

function isPositive(measurement: Measurement | undefined): boolean {
  if (measurement?.kind === 'attestation') return measurement.value?.value === true;
  return measurement?.kind === 'proportion' && (measurement.numerator?.value ?? 0) >= 1;
}

/** No readable answer, or a numerator that is missing, zero or negative: told at the value itself. */
function hasFaultyValue(measurement: Measurement | undefined): boolean {
  if (measurement?.kind === 'attestation') return measurement.value === null;
  return measurement?.kind === 'proportion' && (measurement.numerator?.value ?? 0) < 1;
}

/** The year's Promoting Interoperability measure of that id. */
export function piMeasure(measureId: string, { catalog }: RuleContext): PiMeasure | undefined {
  const measure = catalog.measures.get(measureId);
  return measure?.category === 'pi' ? measure : undefined;
}
