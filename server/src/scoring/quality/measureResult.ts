import type { QualityMeasure } from '../../catalog/catalog.ts';
import type { NonProportionMeasurement, QualityMeasurement, Stratum } from '../../submission/submission.ts';
import type { StratumCounts } from '../breakdown.ts';
import { roundTo } from '../rounding.ts';

/** What a measurement amounts to before any benchmark: CMS's reporting rate, performance rate and case count. */
export interface MeasureResult {
  /** Percent 0-100, rounded; for a non-proportion measure its value. `null`: nobody is left to rate. */
  readonly performanceRate: number | null;
  /** Percent of the eligible population reported on; `null` when there is none. */
  readonly dataCompleteness: number | null;
  readonly caseCount: number | null;
  readonly strata: readonly StratumCounts[];
  /** The stratum that the rate is taken from but the measurement lacks; else `null`. */
  readonly lackingStratum: string | null;
}

/** Non-proportion measures are rated by an average, a median or a ratio, all others in percent. */
export function rateUnit(measure: QualityMeasure): 'percent' | 'value' {
  return measure.metricType === 'nonProportion' ? 'value' : 'percent';
}

/**
 * Rates a measurement as CMS's submission API does (qpp-submissions-docs, measurements reference).
 * `decimals` is how far CMS rounds the performance rate in that year.
 */
export function measureResult(
  measurement: QualityMeasurement | NonProportionMeasurement,
  measure: QualityMeasure,
  decimals: number,
): MeasureResult {
  return measurement.kind === 'nonProportion'
    ? nonProportionResult(measurement)
    : rateResult(measurement, measure, decimals);
}

/**
 * The numerator is itself the average, median or ratio over `observationInstances`; the denominator
 * counts the eligible cases.
 */
function nonProportionResult(measurement: NonProportionMeasurement): MeasureResult {
  const denominator = measurement.denominator?.value ?? 0;
  const observed = measurement.observationInstances?.value ?? 0;
  const reported =
    observed + (measurement.denominatorException?.value ?? 0) + (measurement.numeratorExclusion?.value ?? 0);
  return {
    performanceRate: observed > 0 ? (measurement.numerator?.value ?? null) : null,
    dataCompleteness: denominator > 0 ? roundTo((100 * reported) / denominator, 2) : null,
    caseCount: denominator,
    strata: [],
    lackingStratum: null,
  };
}

function rateResult(
  measurement: QualityMeasurement,
  measure: QualityMeasure,
  decimals: number,
): MeasureResult {
  const all = measurement.strata;
  const { rated, completed } = strataByRole(all, measure);
  // QCDR measures send the rate; CMS computes everybody else's from the counts.
  const stated = measure.isRegistryMeasure ? measurement.performanceRate?.value : undefined;
  const rate = stated ?? overallRate(rated, measure);
  const eligible = sum(completed, (stratum) => count(stratum.eligiblePopulation));
  return {
    performanceRate: rate === null ? null : roundTo(rate, decimals),
    dataCompleteness: eligible > 0 ? roundTo((100 * sum(completed, reported)) / eligible, 2) : null,
    caseCount: caseCount(completed, measure),
    strata: all.map((stratum) => stratumCounts(stratum, measure, decimals)),
    lackingStratum: rated.length === 0 ? ratedStratum(measure) : null,
  };
}

/** The name of the one stratum that makes the rate, for the algorithms that have one. */
function ratedStratum({ overallAlgorithm }: QualityMeasure): string | null {
  if (overallAlgorithm === 'overallStratumOnly') return 'overall';
  return overallAlgorithm === 'split' ? 'performance' : null;
}

/** The strata that make the rate and those that make completeness and case count. */
function strataByRole(
  strata: readonly Stratum[],
  measure: QualityMeasure,
): { readonly rated: readonly Stratum[]; readonly completed: readonly Stratum[] } {
  if (strata.length < 2) return { rated: strata, completed: strata };
  const named = (name: string) => strata.filter((stratum) => stratum.name?.value === name);
  const parts = strata.filter((stratum) => stratum.name?.value !== 'overall');
  switch (measure.overallAlgorithm) {
    case 'overallStratumOnly':
      return { rated: named('overall'), completed: named('overall') };
    case 'split':
      return { rated: named('performance'), completed: named('reporting') };
    default:
      return { rated: parts, completed: parts };
  }
}

function overallRate(strata: readonly Stratum[], measure: QualityMeasure): number | null {
  if (measure.overallAlgorithm === 'sumNumerators') {
    return strata.length === 0 ? null : sum(strata, (stratum) => count(stratum.performanceMet));
  }
  if (measure.overallAlgorithm === 'simpleAverage' || strata.length === 1) {
    const rates = strata.map((stratum) => stratumRate(stratum, measure)).filter((rate) => rate !== null);
    return rates.length === 0 ? null : rates.reduce((total, rate) => total + rate, 0) / rates.length;
  }
  // weightedAverage, and single-rate eCQMs with several denominators, which are added together.
  const met = sum(strata, (stratum) => count(stratum.performanceMet));
  const rated = met + sum(strata, (stratum) => count(stratum.performanceNotMet));
  return rated === 0 ? null : (100 * met) / rated;
}

function stratumRate(stratum: Stratum, measure: QualityMeasure): number | null {
  if (measure.isRegistryMeasure && stratum.performanceRate) return stratum.performanceRate.value;
  const met = count(stratum.performanceMet);
  const rated = met + count(stratum.performanceNotMet);
  return rated === 0 ? null : (100 * met) / rated;
}

/** Patients or episodes; CMS takes the largest stratum of a simple average and adds up the others. */
function caseCount(strata: readonly Stratum[], measure: QualityMeasure): number | null {
  const cases = strata.map((stratum) => {
    const excluded = measure.isRegistryMeasure ? count(stratum.eligiblePopulationExclusion) : 0;
    return count(stratum.eligiblePopulation) - excluded;
  });
  if (cases.length === 0) return null;
  return measure.overallAlgorithm === 'simpleAverage'
    ? Math.max(...cases)
    : cases.reduce((total, value) => total + value, 0);
}

function stratumCounts(stratum: Stratum, measure: QualityMeasure, decimals: number): StratumCounts {
  const rate = stratumRate(stratum, measure);
  return {
    name: stratum.name?.value ?? null,
    performanceRate: rate === null ? null : roundTo(rate, decimals),
    performanceMet: stratum.performanceMet?.value ?? null,
    performanceNotMet: stratum.performanceNotMet?.value ?? null,
    eligiblePopulation: stratum.eligiblePopulation?.value ?? null,
    exclusions: stratum.eligiblePopulationExclusion?.value ?? null,
    exceptions: stratum.eligiblePopulationException?.value ?? null,
  };
}

function reported(stratum: Stratum): number {
  return (
    count(stratum.performanceMet) +
    count(stratum.performanceNotMet) +
    count(stratum.eligiblePopulationExclusion) +
    count(stratum.eligiblePopulationException) +
    count(stratum.numeratorExclusion)
  );
}

// A count that is not in the file adds nothing, as in CMS's own sums.
function count(value: { readonly value: number } | null): number {
  return value?.value ?? 0;
}

function sum(strata: readonly Stratum[], of: (stratum: Stratum) => number): number {
  return strata.reduce((total, stratum) => total + of(stratum), 0);
}
