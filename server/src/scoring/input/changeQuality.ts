import type { YearCatalog } from '../../catalog/catalog.ts';
import { emptyStratum } from '../../submission/emptyStratum.ts';
import type { QualityMeasurement, Stratum } from '../../submission/submission.ts';
import { type Sourced, sourced } from '../../text/span.ts';
import type { Origin } from '../breakdown.ts';
import type { WhatIf, WhatIfValue } from '../whatIf.ts';
import type { QualityInput, ScoreInput } from './collect.ts';

/** Stands for the place of what is not in any file. */
export const nowhere: Origin = { submission: 0, span: { start: 0, end: 0 } };

type Counts = Extract<WhatIfValue, { kind: 'counts' }>;

/** The input with another quality measurement, or a sentence saying why there is none. */
export function changeQuality(input: ScoreInput, change: WhatIf, catalog: YearCatalog): ScoreInput | string {
  const { measureId, value } = change;
  const isMeant = (entry: QualityInput) =>
    entry.measureId === measureId &&
    (change.collectionType === undefined || entry.collectionType === change.collectionType);
  if (value.kind === 'leftOut') {
    return { ...input, quality: input.quality.filter((entry) => !isMeant(entry)) };
  }
  if (value.kind !== 'counts') return `${measureId} needs counts such as 75/100.`;
  const sent = input.quality.filter(isMeant);
  const fault = sent
    .map((entry) => countsFault(change, entry, catalog))
    .find((sentence) => sentence !== null);
  if (fault !== undefined) return fault;
  if (sent.length > 0) {
    const quality = input.quality.map((entry) =>
      isMeant(entry) ? { ...entry, measurement: withCounts(entry, value, change.stratum) } : entry,
    );
    return { ...input, quality };
  }
  if (!hasOneRate(measureId, catalog)) return severalRates(measureId);
  const added = newQuality(input, change);
  const quality = [...input.quality, { ...added, measurement: withCounts(added, value, undefined) }];
  return { ...input, quality, hasCategory: { ...input.hasCategory, quality: true } };
}

/** A sentence when counts cannot stand for what was sent. */
function countsFault(
  { measureId, stratum }: WhatIf,
  { measurement }: QualityInput,
  catalog: YearCatalog,
): string | null {
  if (stratum === undefined) return hasOneRate(measureId, catalog) ? null : severalRates(measureId);
  const isThere = measurement.kind === 'quality' && measurement.strata.some(isNamed(stratum));
  return isThere ? null : `${measureId} has no rate "${stratum}" to change.`;
}

function hasOneRate(measureId: string, { measures }: YearCatalog): boolean {
  const metricType = measures.get(measureId)?.metricType;
  return metricType === 'singlePerformanceRate' || metricType === 'registrySinglePerformanceRate';
}

function severalRates(measureId: string): string {
  return `${measureId} has several rates or none, so one fraction cannot stand for it.`;
}

function isNamed(name: string): (stratum: Stratum) => boolean {
  return (stratum) => stratum.name?.value === name;
}

/** A measure that was not sent is added by the collection type of the measures that were. */
function newQuality(input: ScoreInput, { measureId, collectionType }: WhatIf): QualityInput {
  return {
    measureId,
    guid: null,
    collectionType: collectionType ?? input.quality[0]?.collectionType ?? 'electronicHealthRecord',
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

/** The measurement with other counts in its stratum of that name, or in its only one. */
function withCounts(
  { measurement, origin }: QualityInput,
  counts: Counts,
  name: string | undefined,
): QualityMeasurement {
  const base = measurement.kind === 'quality' ? measurement : emptyMeasurement;
  const strata =
    name === undefined
      ? [changedStratum(base.strata[0] ?? emptyStratum(nowhere.span), counts, origin)]
      : base.strata.map((stratum) =>
          isNamed(name)(stratum) ? changedStratum(stratum, counts, origin) : stratum,
        );
  return { ...base, performanceRate: null, strata };
}

/** Exclusions, exceptions and the number of those not reported on stay, so the eligible population moves along. */
function changedStratum(before: Stratum, { met, of }: Counts, { span }: Origin): Stratum {
  const at = (value: number): Sourced<number> => sourced(value, span);
  const count = (value: Sourced<number> | null) => value?.value ?? 0;
  const apart =
    count(before.eligiblePopulationExclusion) +
    count(before.eligiblePopulationException) +
    count(before.numeratorExclusion);
  const reported = count(before.performanceMet) + count(before.performanceNotMet) + apart;
  const unreported = Math.max(count(before.eligiblePopulation) - reported, 0);
  return {
    ...before,
    performanceMet: at(met),
    performanceNotMet: at(of - met),
    eligiblePopulation: at(of + apart + unreported),
    performanceRate: null,
  };
}
