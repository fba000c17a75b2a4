import type { YearCatalog } from '../../catalog/catalog.ts';
import type { QualityMeasurement, Stratum } from '../../submission/submission.ts';
import { type Sourced, sourced } from '../../text/span.ts';
import type { Origin } from '../breakdown.ts';
import type { WhatIf, WhatIfValue } from '../whatIf.ts';
import type { ActivityInput, PiInput, QualityInput, ScoreInput } from './collect.ts';

/** The input with the changes, and what could not be changed. */
export interface ChangedInput {
  readonly input: ScoreInput;
  readonly notes: readonly string[];
}

const nowhere: Origin = { submission: 0, span: { start: 0, end: 0 } };

/** Puts assumed values in place of the files': a measure that was not sent is added, `none` takes it out. */
export function applyWhatIf(
  input: ScoreInput,
  changes: readonly WhatIf[],
  catalog: YearCatalog,
): ChangedInput {
  let current = input;
  const notes: string[] = [];
  for (const change of changes) {
    const changed = applyChange(current, change, catalog);
    if (typeof changed === 'string') notes.push(changed);
    else current = changed;
  }
  return { input: current, notes };
}

/** The changed input, or a sentence saying why there is none. */
function applyChange(input: ScoreInput, change: WhatIf, catalog: YearCatalog): ScoreInput | string {
  const category = catalog.measures.get(change.measureId)?.category;
  switch (category) {
    case 'quality':
      return changeQuality(input, change, catalog);
    case 'pi':
      return changePi(input, change);
    case 'ia':
      return changeActivity(input, change);
    default:
      return `${catalog.performanceYear} has no measure ${change.measureId} to change.`;
  }
}

function changeQuality(
  input: ScoreInput,
  { measureId, value }: WhatIf,
  catalog: YearCatalog,
): ScoreInput | string {
  const others = input.quality.filter((entry) => entry.measureId !== measureId);
  if (value.kind === 'leftOut') return { ...input, quality: others };
  if (value.kind !== 'counts') return `${measureId} needs counts such as 75/100.`;
  const measure = catalog.measures.get(measureId);
  if (
    measure?.metricType !== 'singlePerformanceRate' &&
    measure?.metricType !== 'registrySinglePerformanceRate'
  ) {
    return `${measureId} has several rates or none, so one fraction cannot stand for it.`;
  }
  const sent = input.quality.filter((entry) => entry.measureId === measureId);
  const changed = (sent.length > 0 ? sent : [newQuality(input, measureId)]).map((entry) => ({
    ...entry,
    measurement: withCounts(entry, value),
  }));
  return {
    ...input,
    quality: [...others, ...changed],
    hasCategory: { ...input.hasCategory, quality: true },
  };
}

/** A measure that was not sent is added by the collection type of the measures that were. */
function newQuality(input: ScoreInput, measureId: string): QualityInput {
  return {
    measureId,
    guid: null,
    collectionType: input.quality[0]?.collectionType ?? 'electronicHealthRecord',
    measurement: emptyMeasurement,
    origin: nowhere,
  };
}

const emptyMeasurement: QualityMeasurement = {
  kind: 'quality',
  span: nowhere.span,
  measureId: null,
  guid: null,
  isEndToEndReported: false,
  isMultiStratum: false,
  strata: [],
  performanceRate: null,
  populations: [],
  reportedRates: [],
};

/** Everybody eligible is reported on; exclusions and exceptions of the file stay as they are. */
function withCounts(
  { measurement, origin }: QualityInput,
  { met, of }: Extract<WhatIfValue, { kind: 'counts' }>,
): QualityMeasurement {
  const at = (value: number): Sourced<number> => sourced(value, origin.span);
  const before = measurement.kind === 'quality' ? measurement.strata[0] : undefined;
  const exclusions = before?.eligiblePopulationExclusion?.value ?? 0;
  const exceptions = before?.eligiblePopulationException?.value ?? 0;
  const stratum: Stratum = {
    span: origin.span,
    name: null,
    performanceMet: at(met),
    performanceNotMet: at(of - met),
    eligiblePopulation: at(of + exclusions + exceptions),
    eligiblePopulationExclusion: at(exclusions),
    eligiblePopulationException: at(exceptions),
    numeratorExclusion: null,
    performanceRate: null,
  };
  const base = measurement.kind === 'quality' ? measurement : emptyMeasurement;
  return { ...base, performanceRate: null, strata: [stratum] };
}

function changePi(input: ScoreInput, { measureId, value }: WhatIf): ScoreInput {
  const others = input.pi.filter((entry) => entry.measureId !== measureId);
  if (value.kind === 'leftOut') return { ...input, pi: others };
  const origin = input.pi.find((entry) => entry.measureId === measureId)?.origin ?? nowhere;
  const base = { span: origin.span, measureId: sourced(measureId, origin.span), guid: null };
  const measurement: PiInput['measurement'] =
    value.kind === 'counts'
      ? {
          ...base,
          kind: 'proportion',
          numerator: sourced(value.met, origin.span),
          denominator: sourced(value.of, origin.span),
        }
      : { ...base, kind: 'attestation', value: sourced(value.yes, origin.span) };
  return {
    ...input,
    pi: [...others, { measureId, measurement, origin }],
    hasCategory: { ...input.hasCategory, pi: true },
  };
}

function changeActivity(input: ScoreInput, { measureId, value }: WhatIf): ScoreInput | string {
  const others = input.activities.filter((entry) => entry.measureId !== measureId);
  if (value.kind === 'leftOut') return { ...input, activities: others };
  if (value.kind !== 'answer') return `${measureId} is answered with yes or no.`;
  const origin = input.activities.find((entry) => entry.measureId === measureId)?.origin ?? nowhere;
  const changed: ActivityInput = {
    measureId,
    measurement: {
      kind: 'attestation',
      span: origin.span,
      measureId: sourced(measureId, origin.span),
      guid: null,
      value: sourced(value.yes, origin.span),
    },
    origin,
  };
  return {
    ...input,
    activities: [...others, changed],
    hasCategory: { ...input.hasCategory, ia: true },
  };
}
