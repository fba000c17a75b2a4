import type { MeasurementSet, QualityMeasurement, Submission } from './submission.ts';

/** All quality measurements of a submission, in document order. */
export function* qualityMeasurements(submission: Submission): Iterable<QualityMeasurement> {
  for (const set of submission.measurementSets) {
    for (const measurement of set.measurements) if (measurement.kind === 'quality') yield measurement;
  }
}

/** The Promoting Interoperability sets of a submission. */
export function piSets(submission: Submission): MeasurementSet[] {
  return submission.measurementSets.filter((set) => set.category?.value === 'pi');
}
