import type { Measurement, Population, Submission } from '../submission/submission.ts';
import type { Sourced, Span } from '../text/span.ts';

/** A place that names a measure or one of its populations by id or GUID. */
export interface Mention {
  /** Lower case, as GUIDs are compared. */
  readonly id: string;
  readonly span: Span;
  /** `rate`: the numerator GUID a performance rate refers to. */
  readonly kind: 'measure' | 'population' | 'rate' | 'reportingStratum';
  readonly measurement: Measurement;
  /** The population that is named, or that a reporting stratum is part of. */
  readonly population: Population | null;
}

/** All mentions of a submission; those of a measurement in a row, its own id first. */
export function mentionsIn({ measurementSets }: Submission): Mention[] {
  return measurementSets.flatMap(({ measurements }) => measurements.flatMap(mentionsOf));
}

/** The mention whose id stands at an offset; its end counts as in it. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  return mentions.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** The ids that a measurement names, its own first. */
export function mentionsOf(measurement: Measurement): Mention[] {
  const mention = (kind: Mention['kind'], id: Sourced<string> | null, population: Population | null) =>
    id && id.value !== ''
      ? [{ id: id.value.toLowerCase(), span: id.span, kind, measurement, population }]
      : [];
  const own = mention('measure', measurement.guid ?? measurement.measureId, null);
  if (measurement.kind !== 'quality') return own;
  return [
    ...own,
    ...measurement.populations.flatMap((population) => [
      ...mention('population', population.guid, population),
      ...population.reportingStrata.flatMap(({ guid }) => mention('reportingStratum', guid, population)),
    ]),
    ...measurement.reportedRates.flatMap(({ numeratorGuid }) => mention('rate', numeratorGuid, null)),
  ];
}
