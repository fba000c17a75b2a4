import type {
  AttestationMeasurement,
  Measurement,
  MeasurementSet,
  NonProportionMeasurement,
  ProportionMeasurement,
  QualityMeasurement,
  Submission,
} from '../../submission/submission.ts';
import type { Origin } from '../breakdown.ts';

/** A quality measurement with its collection type. */
export interface QualityInput {
  readonly measureId: string | null;
  readonly guid: string | null;
  readonly collectionType: string;
  readonly measurement: QualityMeasurement | NonProportionMeasurement;
  readonly origin: Origin;
}

/** An answer to a Promoting Interoperability measure. */
export interface PiInput {
  readonly measureId: string;
  readonly measurement: ProportionMeasurement | AttestationMeasurement;
  readonly origin: Origin;
}

/** An answer about an improvement activity. */
export interface ActivityInput {
  readonly measureId: string;
  readonly measurement: AttestationMeasurement;
  readonly origin: Origin;
}

/** The dates and CEHRT ID under which PI measures were sent. */
export interface PiSetFacts {
  readonly cehrtId: string | null;
  readonly performanceStart: string | null;
  readonly performanceEnd: string | null;
}

/** What a participant's files hold for one program. */
export interface ScoreInput {
  readonly quality: readonly QualityInput[];
  readonly pi: readonly PiInput[];
  readonly piSets: readonly PiSetFacts[];
  readonly activities: readonly ActivityInput[];
  readonly hasCategory: Readonly<Record<'quality' | 'pi' | 'ia', boolean>>;
}

interface PlacedSet {
  readonly set: MeasurementSet;
  readonly submission: number;
  readonly program: string;
}

/** The programs a participant's files report to: those with quality data first, in order of appearance. */
export function programsOf(submissions: readonly Submission[]): readonly string[] {
  const sets = placedSets(submissions);
  const withQuality = sets.filter(({ set }) => set.category?.value === 'quality');
  const programs = withQuality.length > 0 ? withQuality : sets;
  return [...new Set(programs.map(({ program }) => program))];
}

/**
 * The data that counts for one program. PI and improvement activities count for every program of the
 * participant, unless they were sent for another program that has quality data of its own.
 */
export function collectInput(submissions: readonly Submission[], program: string): ScoreInput {
  const programs = programsOf(submissions);
  const sets = placedSets(submissions).filter(
    (placed) =>
      placed.program === program ||
      (placed.set.category?.value !== 'quality' && !programs.includes(placed.program)),
  );
  const inCategory = (category: string) => sets.filter(({ set }) => set.category?.value === category);
  return {
    quality: inCategory('quality').flatMap(qualityInputs),
    pi: inCategory('pi').flatMap(piInputs),
    piSets: inCategory('pi').map(({ set }) => ({
      cehrtId: set.cehrtId?.value ?? null,
      performanceStart: set.performanceStart?.value ?? null,
      performanceEnd: set.performanceEnd?.value ?? null,
    })),
    activities: inCategory('ia').flatMap(activityInputs),
    hasCategory: {
      quality: inCategory('quality').length > 0,
      pi: inCategory('pi').length > 0,
      ia: inCategory('ia').length > 0,
    },
  };
}

function placedSets(submissions: readonly Submission[]): PlacedSet[] {
  return submissions.flatMap((submission, index) =>
    submission.measurementSets.map((set) => ({
      set,
      submission: index,
      program: set.programName?.value ?? 'mips',
    })),
  );
}

function qualityInputs({ set, submission }: PlacedSet): QualityInput[] {
  return set.measurements.flatMap((measurement) =>
    measurement.kind === 'quality' || measurement.kind === 'nonProportion'
      ? [
          {
            measureId: measurement.measureId?.value ?? null,
            guid: measurement.guid?.value ?? null,
            collectionType: set.submissionMethod?.value ?? 'electronicHealthRecord',
            measurement,
            origin: originOf(measurement, submission),
          },
        ]
      : [],
  );
}

function piInputs({ set, submission }: PlacedSet): PiInput[] {
  return set.measurements.flatMap((measurement) =>
    (measurement.kind === 'proportion' || measurement.kind === 'attestation') && measurement.measureId
      ? [
          {
            measureId: measurement.measureId.value,
            measurement,
            origin: originOf(measurement, submission),
          },
        ]
      : [],
  );
}

function activityInputs({ set, submission }: PlacedSet): ActivityInput[] {
  return set.measurements.flatMap((measurement) =>
    measurement.kind === 'attestation' && measurement.measureId
      ? [
          {
            measureId: measurement.measureId.value,
            measurement,
            origin: originOf(measurement, submission),
          },
        ]
      : [],
  );
}

function originOf(measurement: Measurement, submission: number): Origin {
  return { submission, span: measurement.span };
}
