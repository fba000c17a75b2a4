import type { QualityMeasure } from '../../catalog/catalog.ts';
import type { BenchmarkUsed, Explanation, QualityReasonCode } from '../breakdown.ts';
import type { Figure, PointsByPractice, QualityPolicy } from '../policy.ts';
import type { BenchmarkChoice } from './benchmarkChoice.ts';
import { decilePoints } from './decilePoints.ts';
import type { MeasureResult } from './measureResult.ts';

/** What decides a measure's points besides its own counts. */
export interface MeasureCircumstances {
  readonly policy: QualityPolicy;
  readonly performanceYear: number;
  readonly collectionType: string;
  readonly smallPractice: boolean;
  /** APM Performance Pathway or APP Plus. */
  readonly isApp: boolean;
  /** First or second year in MIPS; `null`: older. */
  readonly yearInMips: 1 | 2 | null;
  readonly benchmark: BenchmarkChoice;
}

/** Achievement points with their reason; `points` `null`: the measure is out of the score. */
export interface MeasurePoints extends Explanation {
  readonly reasonCode: QualityReasonCode;
  readonly points: number | null;
  readonly maxPoints: number;
  readonly decile: number | null;
  readonly benchmark: BenchmarkUsed | null;
}

/** The points of one measure by one collection type (42 CFR 414.1380(b)(1)). */
export function measurePoints(
  measure: QualityMeasure,
  result: MeasureResult,
  circumstances: MeasureCircumstances,
): MeasurePoints {
  return (
    suppressed(measure, circumstances) ??
    withoutRate(result, circumstances) ??
    incomplete(result, circumstances) ??
    belowCaseMinimum(result, circumstances) ??
    againstBenchmark(measure, result, circumstances)
  );
}

function suppressed(measure: QualityMeasure, circumstances: MeasureCircumstances): MeasurePoints | null {
  const { collectionType, policy } = circumstances;
  const besidesData = policy.suppressedBesidesData.value.some(
    (entry) => entry.measureId === measure.measureId && entry.submissionMethod === collectionType,
  );
  if (!besidesData && !measure.clinicalGuidelineChanged.includes(collectionType)) return null;
  return {
    ...unbenchmarked('suppressed', null, 0),
    reason:
      'CMS suppressed this collection type because the clinical guideline changed during the year; the measure leaves the score and takes its 10 points out of the denominator.',
    source: besidesData
      ? policy.suppressedBesidesData.source
      : 'clinicalGuidelineChanged of CMS’s measure data',
    confidence: 'high',
  };
}

function withoutRate(result: MeasureResult, circumstances: MeasureCircumstances): MeasurePoints | null {
  if (result.performanceRate !== null) return null;
  return {
    ...unbenchmarked('no-rate', 0, circumstances.policy.pointsPerMeasure.value),
    reason:
      'Nobody is left to rate once exclusions and exceptions are taken out, so the measure earns nothing.',
    // A measure without reporting rate was shown as Class 3 with 0 points, although Class 3 was worth 1 in 2019.
    source: 'Answers of CMS’s scoring engine on the qpp-apis forum',
    confidence: 'medium',
  };
}

function incomplete(result: MeasureResult, circumstances: MeasureCircumstances): MeasurePoints | null {
  const { policy, isApp } = circumstances;
  const threshold = policy.completenessThreshold.value;
  const completeness = result.dataCompleteness ?? 0;
  if (completeness >= threshold) return null;
  const points =
    isApp || isWebInterface(circumstances) ? 0 : byPractice(policy.incompletePoints, circumstances);
  return {
    ...unbenchmarked('incomplete', points, policy.pointsPerMeasure.value),
    reason: `Data completeness of ${completeness} % is below the ${threshold} % that ${circumstances.performanceYear} asks for, which is worth ${pointsText(points)}${practiceText(circumstances)}.`,
    source: `${policy.completenessThreshold.source}, ${policy.incompletePoints.source}`,
    confidence: policy.incompletePoints.confidence,
  };
}

function belowCaseMinimum(result: MeasureResult, circumstances: MeasureCircumstances): MeasurePoints | null {
  const minimum = circumstances.policy.caseMinimum.value;
  const cases = result.caseCount ?? 0;
  if (cases >= minimum) return null;
  const why = `${cases} cases are fewer than the ${minimum} needed to compare with a benchmark`;
  return notComparable('below-case-minimum', why, circumstances.policy.caseMinimum.source, circumstances);
}

function againstBenchmark(
  measure: QualityMeasure,
  result: MeasureResult,
  circumstances: MeasureCircumstances,
): MeasurePoints {
  const { benchmark: choice, policy, isApp } = circumstances;
  if (choice.kind === 'none') {
    const later = `${choice.reason}; a benchmark of the performance period may still be made after submission`;
    return notComparable('no-benchmark', later, choice.source, circumstances);
  }
  const { benchmark } = choice;
  const rate = result.performanceRate ?? 0;
  const ladder = decilePoints(rate, benchmark, policy.lowestDecile.value);
  const capped =
    benchmark.isToppedOutByProgram &&
    !measure.sevenPointCapRemoved.includes(circumstances.collectionType) &&
    (!isApp || policy.toppedOutCapInApp.value);
  const maxPoints = capped ? policy.toppedOutCap.value : policy.pointsPerMeasure.value;
  const floor = newMeasurePoints(circumstances) ?? 0;
  const points = Math.max(Math.min(ladder.points, maxPoints), floor);
  return {
    benchmark: used(benchmark),
    decile: ladder.decile,
    points,
    maxPoints,
    ...benchmarkReason(rate, { ladder, points, maxPoints, capped, floor }, choice.benchmark, circumstances),
  };
}

interface LadderOutcome {
  readonly ladder: ReturnType<typeof decilePoints>;
  readonly points: number;
  readonly maxPoints: number;
  readonly capped: boolean;
  readonly floor: number;
}

function benchmarkReason(
  rate: number,
  outcome: LadderOutcome,
  benchmark: BenchmarkUsed,
  { policy }: MeasureCircumstances,
): Explanation & { readonly reasonCode: QualityReasonCode } {
  const { ladder, points, maxPoints, capped, floor } = outcome;
  const where = ladder.isFloor
    ? `${rate} % does not reach decile ${ladder.decile} of the ${benchmark.benchmarkYear} benchmark, whose ${ladder.points} points are the least`
    : `${rate} % is in decile ${ladder.decile} of the ${benchmark.benchmarkYear} benchmark, worth ${ladder.points} points`;
  if (points > Math.min(ladder.points, maxPoints)) {
    return {
      reasonCode: 'new-measure-floor',
      reason: `${where}; a measure new to MIPS earns at least ${floor}.`,
      ...basis(policy.newMeasureFloor),
    };
  }
  if (capped && ladder.points > maxPoints) {
    return {
      reasonCode: 'topped-out-cap',
      reason: `${where}; the benchmark has been topped out for two years, which caps the measure at ${maxPoints}.`,
      ...basis(policy.toppedOutCap),
    };
  }
  if (ladder.isFloor && rate === (benchmark.isInverse ? 100 : 0)) {
    return {
      reasonCode: 'benchmark-floor',
      // Until 2018 CMS's engine gave a rate of 0 % nothing; no source says what it does since.
      reason: `${where}. CMS’s engine gave such a rate 0 points in 2018; whether it still does is not published.`,
      source: policy.pointsPerMeasure.source,
      confidence: 'low',
    };
  }
  return {
    reasonCode: ladder.isFloor ? 'benchmark-floor' : 'benchmark',
    reason: `${where}.`,
    source: `${policy.pointsPerMeasure.source}; CMS’s benchmarks data`,
    // The bounds of decile 1 are published from 2023 on, how points run inside it is inferred.
    confidence: ladder.decile === 1 ? policy.lowestDecile.confidence : 'high',
  };
}

/** A complete measure without benchmark or with too few cases. */
function notComparable(
  reasonCode: 'no-benchmark' | 'below-case-minimum',
  why: string,
  source: string,
  circumstances: MeasureCircumstances,
): MeasurePoints {
  const { policy } = circumstances;
  if (circumstances.isApp) {
    return {
      ...unbenchmarked(reasonCode, null, 0),
      reason: `${why}; the APM Performance Pathway leaves such a measure out of the score.`,
      source: `42 CFR 414.1367(c)(1); ${source}`,
      confidence: 'high',
    };
  }
  if (isWebInterface(circumstances)) {
    return {
      ...unbenchmarked(reasonCode, null, 0),
      reason: `${why}; a complete CMS Web Interface measure then leaves the score.`,
      source: `${policy.noBenchmarkPoints.source}; CMS PY2020 performance feedback FAQ`,
      confidence: 'high',
    };
  }
  const newMeasure = newMeasurePoints(circumstances);
  if (newMeasure !== null) {
    return {
      ...unbenchmarked('new-measure-floor', newMeasure, policy.pointsPerMeasure.value),
      reason: `${why}; in its ${circumstances.yearInMips === 1 ? 'first' : 'second'} year in MIPS the measure earns ${newMeasure} points.`,
      ...basis(policy.newMeasureFloor),
    };
  }
  const points = byPractice(policy.noBenchmarkPoints, circumstances);
  return {
    ...unbenchmarked(reasonCode, points, policy.pointsPerMeasure.value),
    reason: `${why}, which is worth ${pointsText(points)}${practiceText(circumstances)}.`,
    source: `${policy.noBenchmarkPoints.source}; ${source}`,
    confidence: policy.noBenchmarkPoints.confidence,
  };
}

function newMeasurePoints({ policy, yearInMips }: MeasureCircumstances): number | null {
  const floor = policy.newMeasureFloor.value;
  if (floor === null || yearInMips === null) return null;
  return yearInMips === 1 ? floor.firstYear : floor.secondYear;
}

function isWebInterface({ collectionType }: MeasureCircumstances): boolean {
  return collectionType === 'cmsWebInterface';
}

function unbenchmarked(reasonCode: QualityReasonCode, points: number | null, maxPoints: number) {
  return { reasonCode, points, maxPoints, decile: null, benchmark: null };
}

function used(benchmark: BenchmarkUsed): BenchmarkUsed {
  return {
    submissionMethod: benchmark.submissionMethod,
    benchmarkYear: benchmark.benchmarkYear,
    isToppedOut: benchmark.isToppedOut,
    isToppedOutByProgram: benchmark.isToppedOutByProgram,
    isInverse: benchmark.isInverse,
    decileBounds: benchmark.decileBounds,
    averagePerformanceRate: benchmark.averagePerformanceRate,
  };
}

function byPractice(figure: Figure<PointsByPractice>, { smallPractice }: MeasureCircumstances): number {
  return smallPractice ? figure.value.small : figure.value.large;
}

function basis(figure: Figure<unknown>): Pick<Explanation, 'source' | 'confidence'> {
  return { source: figure.source, confidence: figure.confidence };
}

function pointsText(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}

function practiceText({ smallPractice, isApp }: MeasureCircumstances): string {
  if (isApp) return '';
  return smallPractice ? ' to a small practice' : '';
}
