import type { YearCatalog } from '../catalog/catalog.ts';
import type { Population, QualityMeasurement, ReportedRate } from '../submission/submission.ts';
import { measureOfGuid, strataOf } from './decode/measureLookup.ts';

/** The counts that a performance rate is worked out from. */
export interface RateCounts {
  readonly numerator: number;
  readonly denominator: number;
  readonly exclusions: number;
  readonly exceptions: number;
  /** Denominator without exclusions and exceptions. */
  readonly rest: number;
}

/** The counts a rate belongs to: those of its numerator's population set, else the only ones there are. */
export function countsOfRate(
  { numeratorGuid }: Pick<ReportedRate, 'numeratorGuid'>,
  { guid, populations }: Pick<QualityMeasurement, 'guid' | 'populations'>,
  catalog: YearCatalog,
): RateCounts | null {
  const measure = guid === null ? undefined : measureOfGuid(catalog, guid.value);
  const sets = measure === undefined ? [] : strataOf(measure).flatMap((stratum) => stratum.populations ?? []);
  const set = sets.find(({ numerator }) => numerator === numeratorGuid?.value.toUpperCase());
  const isSingle = new Set(populations.map(({ code }) => code.value)).size === populations.length;
  if (set === undefined && !isSingle) return null;
  const count = (code: string, own: string | null | undefined) =>
    populations.find((population) => population.code.value === code && (isSingle || hasGuid(population, own)))
      ?.count?.value;
  const numerator = count('NUMER', set?.numerator);
  const denominator = count('DENOM', set?.denominator);
  if (numerator === undefined || denominator === undefined) return null;
  const exclusions = count('DENEX', set?.denominatorExclusion) ?? 0;
  const exceptions = count('DENEXCEP', set?.denominatorException) ?? 0;
  const rest = Math.max(denominator - exclusions - exceptions, 0);
  return { numerator, denominator, exclusions, exceptions, rest };
}

function hasGuid({ guid }: Population, own: string | null | undefined): boolean {
  return guid !== null && guid.value.toUpperCase() === own;
}
