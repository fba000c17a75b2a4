import type { QppDocument } from '../../document/document.ts';
import { countsOfRate } from '../../qrda3/rateCounts.ts';
import { qualityMeasurements } from '../../submission/measurements.ts';
import type { QualityMeasurement, ReportedRate, Stratum } from '../../submission/submission.ts';
import type { Span } from '../../text/span.ts';
import { elementAt } from '../../xml/locate.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../rule.ts';
import { rateFixes } from './rateFixes.ts';

/** Files round rates, some to two decimals. */
const TOLERANCE = 0.0051;

/** A performance rate that is not what its counts give. */
export const performanceRateMismatch: Rule = {
  id: 'performance-rate-mismatch',
  layer: 'upload',
  severity: 'warning',
  source:
    'QRDA III guide: performance rate = NUMER / (DENOM - DENEX - DENEXCEP), NA when that denominator is zero; QPP JSON documentation: met / (met + not met) * 100',
  title: 'A performance rate that does not fit its counts',
  documentation: `The performance rate is the numerator divided by the denominator without exclusions and exceptions. When nothing is left of the denominator there is no rate: QRDA III writes nullFlavor \`NA\`, QPP JSON \`null\`. CMS computes the rate from the counts, so nothing refuses the file; but either the rate or a count is wrong. Rates may be rounded to two decimals. (QCDR measures report their rate in percent themselves.)`,
  *check(context) {
    for (const measurement of qualityMeasurements(context.submission)) {
      yield* checkReported(measurement, context);
      if (reportsOwnRate(measurement, context))
        yield* measurement.strata.flatMap((stratum) => [...checkPercent(stratum)]);
    }
  },
};

/** QCDR measures of QPP JSON; for others CMS ignores a rate in the file. */
function reportsOwnRate({ measureId }: QualityMeasurement, { submission, catalog }: RuleContext): boolean {
  const measure = measureId === null ? undefined : catalog.measures.get(measureId.value);
  return submission.format === 'qpp-json' && measure?.metricType.startsWith('registry') === true;
}

function* checkReported(measurement: QualityMeasurement, context: RuleContext): Iterable<Problem> {
  for (const reported of measurement.reportedRates) {
    const counts = countsOfRate(reported, measurement, context.catalog);
    if (counts === null) continue;
    // More met than there are is told by counts-exceed-population.
    if (counts.numerator > counts.rest) continue;
    const expected = counts.rest === 0 ? null : counts.numerator / counts.rest;
    for (const problem of compare(reported, expected)) {
      yield { ...problem, fixes: () => ratesAt(reported.span, expected, context.document) };
    }
  }
}

function* compare({ rate, nullFlavor, span }: ReportedRate, expected: number | null): Iterable<Problem> {
  if (rate === null) {
    if (nullFlavor === null || expected === null) return;
    yield {
      span,
      message: `The performance rate is nullFlavor "${nullFlavor}", but by the counts it is ${round(expected)}.`,
    };
  } else if (expected === null) {
    yield {
      span: rate.span,
      message: `The performance rate is ${rate.value}, but nothing is left of the denominator; it has no rate then (nullFlavor="NA").`,
    };
  } else if (Math.abs(rate.value - expected) > TOLERANCE && rate.value >= 0 && rate.value <= 1) {
    yield {
      span: rate.span,
      message: `The performance rate is ${rate.value}, but by the counts it is ${round(expected)}.`,
    };
  }
}

function ratesAt(valueName: Span, rate: number | null, document: QppDocument): ProposedFix[] {
  const value = document.format === 'qrda3' ? elementAt(document.xml, valueName.start) : null;
  return value?.local === 'value' ? rateFixes(value, rate) : [];
}

/** QPP JSON: the rate of a registry measure; one outside 0 to 100 is told by registry-rate-out-of-range. */
function* checkPercent({ performanceRate, performanceMet, performanceNotMet }: Stratum): Iterable<Problem> {
  if (performanceRate === null || performanceMet === null || performanceNotMet === null) return;
  const counted = performanceMet.value + performanceNotMet.value;
  const expected = counted === 0 ? null : (performanceMet.value / counted) * 100;
  const { value, span } = performanceRate;
  if (expected === null) {
    yield {
      span,
      message: `performanceRate is ${value}, but nobody was counted as met or not met; there is no rate then.`,
      fixes: [writeInstead(span, 'null')],
    };
  } else if (Math.abs(value - expected) > TOLERANCE * 100 && value >= 0 && value <= 100) {
    const fixes = [writeInstead(span, round(expected))];
    yield {
      span,
      message: `performanceRate is ${value}, but by the counts it is ${round(expected)}.`,
      fixes,
    };
  }
}

function round(rate: number): string {
  return String(Number(rate.toFixed(6)));
}
