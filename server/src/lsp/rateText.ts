import type { Measure } from '../catalog/catalog.ts';
import { measureResult, rateUnit } from '../scoring/quality/measureResult.ts';
import { roundTo } from '../scoring/rounding.ts';
import type { Measurement, Stratum } from '../submission/submission.ts';

/** As CMS's site shows rates. */
const DECIMALS = 2;

/** `66.67 %`; a dash where nobody is left to rate. */
export function percentText(rate: number | null): string {
  return rate === null ? '–' : `${roundTo(rate, DECIMALS)} %`;
}

/** What a measurement amounts to, in one line: `66.67 % (60 of 90)`, `3 of 4`, `yes`; empty when nothing can be told. */
export function resultText(measurement: Measurement, measure: Measure | undefined): string {
  switch (measurement.kind) {
    case 'quality':
    case 'nonProportion':
      return measure?.category === 'quality' ? qualityText(measurement, measure) : '';
    case 'proportion':
      return `${measurement.numerator?.value ?? '–'} of ${measurement.denominator?.value ?? '–'}`;
    case 'attestation':
      return measurement.value === null ? '' : measurement.value.value ? 'yes' : 'no';
    case 'unreadable':
      return '';
  }
}

/** A stratum's rate and the counts it comes from: `66.67 % (60 of 90)`. */
export function stratumText({ performanceMet, performanceNotMet, performanceRate }: Stratum): string {
  const met = performanceMet?.value ?? 0;
  const rated = met + (performanceNotMet?.value ?? 0);
  if (rated === 0) return percentText(performanceRate?.value ?? null);
  return `${percentText((100 * met) / rated)} (${met} of ${rated})`;
}

function qualityText(
  measurement: Extract<Measurement, { kind: 'quality' | 'nonProportion' }>,
  measure: Extract<Measure, { category: 'quality' | 'cost' }>,
): string {
  const [only, ...others] = measurement.kind === 'quality' ? measurement.strata : [];
  if (only && others.length === 0 && !measure.isRegistryMeasure) return stratumText(only);
  const { performanceRate, caseCount } = measureResult(measurement, measure, DECIMALS);
  const isValue = rateUnit(measure) === 'value' || measure.overallAlgorithm === 'sumNumerators';
  const rate = isValue ? String(performanceRate ?? '–') : percentText(performanceRate);
  return caseCount === null ? rate : `${rate} (${caseCount} cases)`;
}
