import type { QualityMeasurement, Submission } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';

/** All quality measurements of a submission, in document order. */
export function* qualityMeasurements(submission: Submission): Iterable<QualityMeasurement> {
  for (const set of submission.measurementSets) {
    for (const measurement of set.measurements) if (measurement.kind === 'quality') yield measurement;
  }
}

/** Whether CMS's converter checks the file's measures at all: it does for the MIPS programs, not for APP and APP Plus. */
export function isConvertedAsMips({ documentProgram }: Submission): boolean {
  return /^MIPS(?!_APP1)/i.test(documentProgram?.value ?? '');
}

/** Every GUID of a population that the measurement names, with its place; a GUID named twice comes twice. */
export function guidReferences(measurement: QualityMeasurement): Sourced<string>[] {
  const guids = [
    ...measurement.populations.flatMap((population) => [
      population.guid,
      ...population.reportingStrata.map(({ guid }) => guid),
    ]),
    ...measurement.reportedRates.map(({ numeratorGuid }) => numeratorGuid),
  ];
  return guids.filter((guid) => guid !== null);
}
