import type { Measurement, MeasurementSet, Submission } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';

/** A measure or attestation of Promoting Interoperability as the file reports it. */
export interface PiReport {
  readonly measureId: Sourced<string>;
  readonly measurement: Measurement;
}

/** The Promoting Interoperability sets of a submission. */
export function piSets(submission: Submission): MeasurementSet[] {
  return submission.measurementSets.filter((set) => set.category?.value === 'pi');
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

/** `300/400`, `yes`, `no`: a reported value for a message. */
export function valueText(measurement: Measurement): string {
  if (measurement.kind === 'attestation')
    return measurement.value ? (measurement.value.value ? 'yes' : 'no') : 'no answer';
  if (measurement.kind === 'proportion')
    return `${measurement.numerator?.value ?? '?'}/${measurement.denominator?.value ?? '?'}`;
  return 'a value of another shape';
}
