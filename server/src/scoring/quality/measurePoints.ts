import type { QualityMeasure } from '../../catalog/catalog.ts';
import type { QualityReasonCode } from '../breakdown.ts';
import { againstBenchmark } from './againstBenchmark.ts';
import {
  basis,
  byPractice,
  isWebInterface,
  type MeasureCircumstances,
  type MeasurePoints,
  newMeasureFloor,
} from './measureCircumstances.ts';
import type { MeasureResult } from './measureResult.ts';

/**
 * The points of one measure by one collection type (42 CFR 414.1380(b)(1)). What takes it out of the
 * comparison with a benchmark is looked for in CMS's order: suppressed, nobody to rate, incomplete
 * data, too few cases, no benchmark.
 */
export function measurePoints(
  measure: QualityMeasure,
  result: MeasureResult,
  circumstances: MeasureCircumstances,
): MeasurePoints {
  const { benchmark, policy } = circumstances;
  const suppressed = suppressedPoints(measure, circumstances);
  if (suppressed) return suppressed;
  // A QCDR states its rate, but there is none where nobody was eligible.
  if (result.performanceRate === null || result.caseCount === 0)
    return pointsWithoutRate(result, circumstances);
  if ((result.dataCompleteness ?? 0) < policy.completenessThreshold.value) {
    return incompletePoints(result, circumstances);
  }
  if ((result.caseCount ?? 0) < policy.caseMinimum.value) return tooFewCases(result, circumstances);
  if (benchmark.kind === 'none') {
    const why = `${benchmark.reason}; a benchmark of the performance period may still be made after submission`;
    return incomparablePoints('no-benchmark', why, benchmark.source, circumstances);
  }
  return againstBenchmark(measure, result.performanceRate, benchmark.benchmark, circumstances);
}

function suppressedPoints(
  measure: QualityMeasure,
  { policy, collectionType }: MeasureCircumstances,
): MeasurePoints | null {
  const isBesidesData = policy.suppressedBesidesData.value.some(
    (entry) => entry.measureId === measure.measureId && entry.submissionMethod === collectionType,
  );
  if (!isBesidesData && !measure.clinicalGuidelineChanged.includes(collectionType)) return null;
  return {
    ...unbenchmarked('suppressed', null, 0),
    reason:
      'CMS suppressed this collection type because the clinical guideline changed during the year; the measure leaves the score and takes its 10 points out of the denominator.',
    source: isBesidesData
      ? policy.suppressedBesidesData.source
      : 'clinicalGuidelineChanged of CMS’s measure data',
    confidence: 'high',
  };
}

function tooFewCases({ caseCount }: MeasureResult, circumstances: MeasureCircumstances): MeasurePoints {
  const { source, value } = circumstances.policy.caseMinimum;
  const why = `${caseCount ?? 0} cases are fewer than the ${value} needed to compare with a benchmark`;
  return incomparablePoints('below-case-minimum', why, source, circumstances);
}

function pointsWithoutRate(result: MeasureResult, circumstances: MeasureCircumstances): MeasurePoints {
  const { policy, isApp } = circumstances;
  const { lackingStratum, caseCount } = result;
  // The pathway leaves out what has too few cases, and none are fewest.
  if (isApp && caseCount === 0 && !lackingStratum) return tooFewCases(result, circumstances);
  const why = lackingStratum
    ? `The rate is that of stratum ${lackingStratum}, which was not sent`
    : 'Nobody is left to rate once exclusions and exceptions are taken out';
  return {
    ...unbenchmarked('no-rate', 0, policy.pointsPerMeasure.value),
    reason: `${why}, so the measure earns nothing.`,
    // CMS's engine shows such a measure as Class 3 with 0 points, also in 2019 when Class 3 was worth 1.
    source: 'Answers of CMS’s scoring engine on the qpp-apis forum',
    confidence: 'medium',
  };
}

function incompletePoints(result: MeasureResult, circumstances: MeasureCircumstances): MeasurePoints {
  const { policy, isApp, performanceYear } = circumstances;
  const hasOwnRules = isApp || isWebInterface(circumstances);
  const points = hasOwnRules ? 0 : byPractice(policy.incompletePoints, circumstances);
  const completeness = result.dataCompleteness === null ? 'unknown' : `of ${result.dataCompleteness} %`;
  const relation = result.dataCompleteness === null ? 'so it does not reach' : 'is below';
  return {
    ...unbenchmarked('incomplete', points, policy.pointsPerMeasure.value),
    reason: `Data completeness ${completeness} ${relation} the ${policy.completenessThreshold.value} % that ${performanceYear} asks for, which is worth ${pointsText(points, circumstances)}.`,
    source: `${policy.completenessThreshold.source}, ${policy.incompletePoints.source}`,
    confidence: policy.incompletePoints.confidence,
  };
}

/** A complete measure with too few cases or without benchmark; `why` begins the reason. */
function incomparablePoints(
  reasonCode: 'no-benchmark' | 'below-case-minimum',
  why: string,
  source: string,
  circumstances: MeasureCircumstances,
): MeasurePoints {
  const { policy, isApp, yearInMips } = circumstances;
  if (isApp || isWebInterface(circumstances)) {
    return {
      ...unbenchmarked(reasonCode, null, 0),
      reason: `${why}; ${isApp ? 'the APM Performance Pathway' : 'the CMS Web Interface'} leaves such a measure out of the score.`,
      source: `${isApp ? '42 CFR 414.1367(c)(1)' : policy.noBenchmarkPoints.source}; ${source}`,
      confidence: 'high',
    };
  }
  const newMeasure = newMeasureFloor(circumstances);
  if (newMeasure !== null) {
    return {
      ...unbenchmarked('new-measure-floor', newMeasure, policy.pointsPerMeasure.value),
      reason: `${why}; in its ${yearInMips === 1 ? 'first' : 'second'} year in MIPS the measure earns ${newMeasure} points.`,
      ...basis(policy.newMeasureFloor),
    };
  }
  const points = byPractice(policy.noBenchmarkPoints, circumstances);
  return {
    ...unbenchmarked(reasonCode, points, policy.pointsPerMeasure.value),
    reason: `${why}, which is worth ${pointsText(points, circumstances)}.`,
    source: `${policy.noBenchmarkPoints.source}; ${source}`,
    confidence: policy.noBenchmarkPoints.confidence,
  };
}

function unbenchmarked(reasonCode: QualityReasonCode, points: number | null, maxPoints: number) {
  return { reasonCode, points, maxPoints, decile: null, benchmark: null };
}

function pointsText(points: number, { smallPractice, isApp }: MeasureCircumstances): string {
  const amount = points === 1 ? '1 point' : `${points} points`;
  return smallPractice && !isApp ? `${amount} to a small practice` : amount;
}
