import type {
  Measurement,
  NonProportionMeasurement,
  QualityMeasurement,
  Stratum,
} from '../submission/submission.ts';
import type { Sourced } from '../text/span.ts';

/**
 * All that is reported of a measure, in words; two reports say the same exactly if these are equal. A count that is
 * absent is zero, as CMS adds it up. `null` where the value cannot be read.
 */
export function reportedText(measurement: Measurement): string | null {
  switch (measurement.kind) {
    case 'attestation':
      if (measurement.value === null) return null;
      return measurement.value.value ? 'yes' : 'no';
    case 'proportion':
      return `${number(measurement.numerator)}/${number(measurement.denominator)}`;
    case 'quality':
      return qualityText(measurement);
    case 'nonProportion':
      return nonProportionText(measurement);
    case 'unreadable':
      return null;
  }
}

/** Answered yes, or with a numerator of at least one. */
export function isPositive(measurement: Measurement): boolean {
  if (measurement.kind === 'attestation') return measurement.value?.value === true;
  return measurement.kind === 'proportion' && number(measurement.numerator) >= 1;
}

function qualityText({ strata, performanceRate }: QualityMeasurement): string {
  const rate = performanceRate ? [`rate ${performanceRate.value}`] : [];
  const named = [...strata].sort((a, b) => (a.name?.value ?? '').localeCompare(b.name?.value ?? ''));
  return [...rate, ...named.map((stratum) => stratumText(stratum, strata.length > 1))].join('; ');
}

function stratumText(stratum: Stratum, isNamed: boolean): string {
  const { name, performanceMet, performanceNotMet, eligiblePopulation } = stratum;
  const further = [
    part(stratum.eligiblePopulationExclusion, 'excluded'),
    part(stratum.eligiblePopulationException, 'excepted'),
    part(stratum.numeratorExclusion, 'numerator exclusions'),
  ].join('');
  const rate = stratum.performanceRate ? `, rate ${stratum.performanceRate.value}` : '';
  const counts = `${number(performanceMet)} met, ${number(performanceNotMet)} not met${further} of ${number(eligiblePopulation)}${rate}`;
  return isNamed && name ? `${name.value}: ${counts}` : counts;
}

function nonProportionText(measurement: NonProportionMeasurement): string {
  const { numerator, denominator, observationInstances } = measurement;
  const further = [
    part(measurement.denominatorException, 'excepted'),
    part(measurement.numeratorExclusion, 'numerator exclusions'),
  ].join('');
  return `${number(numerator)} over ${number(observationInstances)} observations of ${number(denominator)}${further}`;
}

function part(count: Sourced<number> | null, what: string): string {
  return count === null || count.value === 0 ? '' : `, ${count.value} ${what}`;
}

function number(value: Sourced<number> | null): number {
  return value?.value ?? 0;
}
