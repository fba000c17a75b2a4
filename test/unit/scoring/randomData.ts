import fc from 'fast-check';
import type { Measure, QualityMeasure } from '../../../server/src/catalog/catalog.ts';
import { performanceYears } from '../../../server/src/catalog/performanceYears.ts';
import type { ScoreOptions } from '../../../server/src/scoring/options.ts';
import type { Measurement, MeasurementSet, Submission } from '../../../server/src/submission/submission.ts';
import { catalogs } from '../../fixtures/scores.ts';
import {
  answer,
  type Counts,
  cehrtId,
  measurementSet,
  nonProportion,
  proportion,
  quality,
  submission,
} from '../../fixtures/submissions.ts';

/** What a random submission is made of; each quality measure once by collection type, each PI measure and activity once. */
export interface RandomData {
  readonly year: number;
  readonly entityType: string;
  readonly programName: string;
  readonly measures: readonly { readonly method: string; readonly measurement: Measurement }[];
  readonly pi: readonly Measurement[];
  readonly activities: readonly Measurement[];
  readonly options: Partial<ScoreOptions>;
}

/** Submissions of any scored year, program and participant, with sensible and senseless counts. */
export const randomData: fc.Arbitrary<RandomData> = fc.oneof(...performanceYears.map(dataOfYear));

function dataOfYear(year: number): fc.Arbitrary<RandomData> {
  const all = [...(catalogs.year(year)?.measures.values() ?? [])];
  return fc.record({
    year: fc.constant(year),
    entityType: fc.constantFrom('individual', 'group', 'virtualGroup', 'apm', 'subgroup'),
    programName: fc.constantFrom('mips', 'mips', 'app1', 'appPlus', 'pcf', ...mvpIds(year)),
    measures: fc.uniqueArray(qualityMeasurement(all), {
      maxLength: 10,
      selector: ({ method, measurement }) => `${method} ${measurement.measureId?.value}`,
    }),
    pi: fc.uniqueArray(piMeasurement(all), { maxLength: 20, selector: (entry) => entry.measureId?.value }),
    activities: fc.uniqueArray(activity(all), { maxLength: 5, selector: (entry) => entry.measureId?.value }),
    options: fc.record({
      smallPractice: fc.boolean(),
      specialStatus: fc.boolean(),
      apmParticipant: fc.boolean(),
      extremeCircumstances: fc.boolean(),
      costPercent: fc.option(fc.integer({ min: 0, max: 100 })),
      administrativeClaimsMeasures: fc.nat(2),
    }),
  });
}

/** Builds the submission: quality sets by collection type, one PI set, one set of activities. */
export function submissionFrom(data: RandomData): Submission {
  const { year, programName } = data;
  const methods = [...new Set(data.measures.map(({ method }) => method))];
  const qualitySets = methods.map((submissionMethod) =>
    measurementSet(
      'quality',
      data.measures.filter(({ method }) => method === submissionMethod).map(({ measurement }) => measurement),
      { submissionMethod, programName },
    ),
  );
  const sets: MeasurementSet[] = [...qualitySets];
  if (data.pi.length > 0) {
    sets.push(measurementSet('pi', data.pi, { programName, cehrtId: cehrtId(year) }));
  }
  if (data.activities.length > 0) sets.push(measurementSet('ia', data.activities, { programName }));
  return submission(year, sets, { entityType: data.entityType });
}

function mvpIds(year: number): string[] {
  return [...(catalogs.year(year)?.mvps.keys() ?? [])];
}

const counts = (name: string | null): fc.Arbitrary<Counts> =>
  fc
    .record({
      met: fc.nat(200),
      notMet: fc.nat(200),
      exclusions: fc.nat(20),
      exceptions: fc.nat(20),
      unreported: fc.nat(150),
    })
    .map(({ unreported, ...rest }) => ({
      ...rest,
      ...(name === null ? {} : { name }),
      eligible: rest.met + rest.notMet + rest.exclusions + rest.exceptions + unreported,
    }));

function qualityMeasurement(all: readonly Measure[]) {
  const measures = all.filter((measure): measure is QualityMeasure => measure.category === 'quality');
  return fc.constantFrom(...measures).chain((measure) =>
    fc.record({
      method: fc.constantFrom(...measure.submissionMethods),
      measurement:
        measure.metricType === 'nonProportion'
          ? fc
              .record({
                numerator: fc.integer({ min: -100, max: 400 }),
                denominator: fc.nat(300),
                observationInstances: fc.nat(300),
              })
              .map((value) => nonProportion(measure.measureId, value))
          : fc
              .tuple(
                ...(measure.strata.length > 0 ? measure.strata : [{ name: null }]).map(({ name }) =>
                  counts(name),
                ),
              )
              .map((strata) => quality(measure.measureId, strata)),
    }),
  );
}

function piMeasurement(all: readonly Measure[]): fc.Arbitrary<Measurement> {
  const measures = all.filter((measure) => measure.category === 'pi');
  return fc
    .tuple(fc.constantFrom(...measures), fc.nat(100), fc.nat(100), fc.boolean())
    .map(([measure, a, b, yes]) =>
      measure.metricType === 'proportion'
        ? proportion(measure.measureId, Math.min(a, b), Math.max(a, b))
        : answer(measure.measureId, yes),
    );
}

function activity(all: readonly Measure[]): fc.Arbitrary<Measurement> {
  const measures = all.filter((measure) => measure.category === 'ia');
  return fc
    .tuple(fc.constantFrom(...measures), fc.boolean())
    .map(([measure, yes]) => answer(measure.measureId, yes));
}
