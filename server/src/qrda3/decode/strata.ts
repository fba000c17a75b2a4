import type { Measure, MeasureStratum } from '../../catalog/catalog.ts';
import { emptyStratum } from '../../submission/emptyStratum.ts';
import type { Population, Stratum } from '../../submission/submission.ts';
import { type Sourced, type Span, sourced } from '../../text/span.ts';
import { countLayout, strataOf } from './measureLookup.ts';

/** A measure's counts as CMS's converter lays them out. */
export interface LaidOutCounts {
  readonly isMultiStratum: boolean;
  readonly strata: readonly Stratum[];
}

/**
 * Puts the populations of a measure into strata. Populations with one rate go by their code alone;
 * with several rates each population goes to the stratum that its GUID belongs to.
 * Without a known measure the codes must do: repeated codes then cannot be told apart.
 *
 * @param span where to point for a stratum that has no population of its own
 */
export function layOutCounts(
  measure: Measure | undefined,
  populations: readonly Population[],
  span: Span,
): LaidOutCounts {
  if (measure === undefined) return layOutUnknown(populations, span);
  switch (countLayout(measure)) {
    case 'single':
      return { isMultiStratum: false, strata: [stratumOf(populations, null, span)] };
    case 'summed':
      return { isMultiStratum: false, strata: [sumOf(populations, span)] };
    case 'filled':
      return { isMultiStratum: true, strata: filledStrata(measure, populations, span) };
    case 'multi':
      return { isMultiStratum: true, strata: strataByGuid(measure, populations) };
  }
}

function layOutUnknown(populations: readonly Population[], span: Span): LaidOutCounts {
  const codes = populations.map(({ code }) => code.value);
  const isAmbiguous = new Set(codes).size < codes.length;
  return isAmbiguous
    ? { isMultiStratum: true, strata: [] }
    : { isMultiStratum: false, strata: [stratumOf(populations, null, span)] };
}

function strataByGuid(measure: Measure, populations: readonly Population[]): Stratum[] {
  return strataOf(measure).flatMap((stratum) => {
    const own = populations.filter(({ guid }) => guid !== null && belongsTo(stratum, guid.value));
    const first = own[0];
    return first === undefined ? [] : [stratumOf(own, stratumName(measure, own), first.span)];
  });
}

/** The whole measure stands in the stratum that has an eCQM; the others are reported with zeros. */
function filledStrata(measure: Measure, populations: readonly Population[], span: Span): Stratum[] {
  const strata = strataOf(measure);
  const hasExclusion = strata.some((stratum) => stratum.populations?.denominatorExclusion != null);
  const zero = sourced(0, span);
  return strata.map((stratum) =>
    stratum.populations === null
      ? {
          ...emptyStratum(span),
          name: stratum.name === null ? null : sourced(stratum.name, span),
          performanceMet: zero,
          performanceNotMet: zero,
          eligiblePopulation: zero,
          eligiblePopulationExclusion: hasExclusion ? zero : null,
        }
      : stratumOf(populations, stratumName(measure, populations), span),
  );
}

function belongsTo(stratum: MeasureStratum, guid: string): boolean {
  const own = stratum.populations;
  // The converter indexes a population set only when it has a numerator; NUMEX is not indexed at all.
  if (own === null || own.numerator === null) return false;
  const key = guid.toUpperCase();
  return [
    own.initialPopulation,
    own.denominator,
    own.denominatorExclusion,
    own.denominatorException,
    own.numerator,
  ].includes(key);
}

/** The name of the stratum whose numerator this is; the numerator's GUID where there is none. */
function stratumName(measure: Measure, populations: readonly Population[]): Sourced<string> | null {
  const guid = populations.find(({ code }) => code.value === 'NUMER')?.guid;
  if (guid == null) return null;
  const key = guid.value.toUpperCase();
  const name = strataOf(measure).find((stratum) => stratum.populations?.numerator === key)?.name;
  return sourced(name ?? key, guid.span);
}

function stratumOf(populations: readonly Population[], name: Sourced<string> | null, span: Span): Stratum {
  const denominator = first(populations, 'DENOM');
  return {
    ...emptyStratum(populations[0]?.span ?? span),
    name,
    // A population that is there twice: the converter prints the last and computes with the first.
    performanceMet: last(populations, 'NUMER'),
    eligiblePopulation: last(populations, 'DENOM'),
    eligiblePopulationExclusion: last(populations, 'DENEX'),
    eligiblePopulationException: last(populations, 'DENEXCEP'),
    numeratorExclusion: last(populations, 'NUMEX'),
    performanceNotMet:
      denominator === null
        ? null
        : sourced(
            denominator.value -
              (first(populations, 'NUMER')?.value ?? 0) -
              (first(populations, 'DENEX')?.value ?? 0) -
              (first(populations, 'DENEXCEP')?.value ?? 0),
            denominator.span,
          ),
  };
}

function sumOf(populations: readonly Population[], span: Span): Stratum {
  const total = (code: string) =>
    sourced(
      counts(populations, code).reduce((sum, count) => sum + count.value, 0),
      first(populations, code)?.span ?? span,
    );
  const [met, eligible] = [total('NUMER'), total('DENOM')];
  const [exclusion, exception] = [total('DENEX'), total('DENEXCEP')];
  return {
    ...emptyStratum(populations[0]?.span ?? span),
    performanceMet: met,
    performanceNotMet: sourced(eligible.value - met.value - exclusion.value - exception.value, eligible.span),
    eligiblePopulation: eligible,
    eligiblePopulationExclusion: exclusion,
    eligiblePopulationException: exception,
  };
}

function counts(populations: readonly Population[], code: string): Sourced<number>[] {
  return populations.flatMap((population) =>
    population.code.value === code ? (population.count ?? []) : [],
  );
}

function first(populations: readonly Population[], code: string): Sourced<number> | null {
  return counts(populations, code)[0] ?? null;
}

function last(populations: readonly Population[], code: string): Sourced<number> | null {
  return counts(populations, code).at(-1) ?? null;
}
