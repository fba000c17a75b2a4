import type { QualityMeasure } from '../../../server/src/catalog/catalog.ts';
import { decileLadder } from '../../../server/src/catalog/cmsData/decileLadder.ts';
import { contribution } from '../../../server/src/scoring/estimate/estimate.ts';
import { qualityPercent } from '../../../server/src/scoring/quality/categoryPercent.ts';
import { decilePoints } from '../../../server/src/scoring/quality/decilePoints.ts';
import { qualityDenominator } from '../../../server/src/scoring/quality/denominator.ts';
import { selectMeasures } from '../../../server/src/scoring/quality/selection.ts';
import { catalogs, policyOf, score } from '../../fixtures/scores.ts';
import {
  measurementSet,
  nonProportion,
  quality,
  qualityAtRate,
  submission,
} from '../../fixtures/submissions.ts';
import type { ScoringCase } from './cases.ts';

/** What the engine says to a case: the figures the case names. */
export type Answer = Readonly<Record<string, unknown>>;

/** A measure's points, by the printed ladder where it is another year's, else by the whole engine. */
export function qualityMeasure(scoringCase: ScoringCase): Answer {
  const { input, performanceYear } = scoringCase;
  if (input.strata) return strataMeasure(scoringCase);
  if (input.deciles) return printedLadder(scoringCase);
  const measureId = text(input.measureId);
  const measure = qualityMeasureOf(performanceYear, measureId);
  const measurement =
    input.metricType === 'nonProportion'
      ? nonProportion(measureId, {
          numerator: 0,
          denominator: 100,
          observationInstances: input.observationInstances ?? 0,
        })
      : qualityAtRate(measureId, input.performanceRate ?? 0);
  const { status, quality: category } = scoreMeasure(
    performanceYear,
    measure,
    measurement,
    input.submissionMethod,
  );
  const [row] = category.measures;
  if (!row) return { status };
  return {
    status,
    decile: row.decile,
    points: row.points,
    displayed: row.displayed,
    // CMS's classes: 1 compared with a benchmark, 2 complete but not comparable, 3 incomplete.
    measureClass: row.benchmark ? 'Class 1' : row.reasonCode === 'no-rate' ? 'Class 3' : 'Class 2',
    ladder: row.benchmark && publishedBounds(row.benchmark.decileBounds),
    isCapped: row.maxPoints === 7,
    benchmarkYear: row.benchmark?.benchmarkYear,
  };
}

/** The ladder of the engine as the cases write it: decile → bound. */
function publishedBounds(bounds: readonly (number | null)[]): Readonly<Record<string, number>> {
  const entries = bounds.flatMap((bound, index) =>
    bound === null ? [] : [[String(index + 1), bound] as const],
  );
  return Object.fromEntries(entries);
}

/** CMS's older samples print the deciles of the year before: only the interpolation can be compared. */
function printedLadder({ input, performanceYear }: ScoringCase): Answer {
  const ladder = decileLadder(
    {
      measureId: text(input.measureId),
      submissionMethod: text(input.submissionMethod),
      performanceYear,
      benchmarkYear: performanceYear - 2,
      deciles: input.deciles ?? [],
    },
    false,
  );
  const rate = input.performanceRate ?? 0;
  const { decile, points } = decilePoints(rate, ladder, policyOf(performanceYear).quality.lowestDecile.value);
  const bound = ladder.decileBounds[decile - 1] ?? 0;
  return {
    decile,
    points,
    partialPoints: Number((rate - bound).toFixed(2)),
    partialDecileScore: Number((points - decile).toFixed(4)),
  };
}

function strataMeasure({ input, performanceYear }: ScoringCase): Answer {
  const measureId = text(input.measureId);
  const counts = Object.entries(input.strata as Record<string, string>).map(([name, fraction]) => {
    const [met = 0, of = 0] = fraction.split('/').map(Number);
    return { name, met, notMet: of - met };
  });
  const breakdown = score(
    submission(performanceYear, [
      measurementSet('quality', [quality(measureId, counts)], {
        submissionMethod: text(input.submissionMethod),
      }),
    ]),
  );
  const [row] = breakdown.quality.measures;
  return {
    performanceRate: row?.performanceRate,
    points: row?.points,
    decileEngine: row?.reasonCode === 'benchmark-floor' ? -1 : row?.decile,
    highPriorityBonus: breakdown.quality.bonuses.highPriority.points,
  };
}

/** Rate, completeness and case count from counts. */
export function qualityRate({ input, performanceYear }: ScoringCase): Answer {
  const measureId = text(input.measureId);
  const measure = qualityMeasureOf(performanceYear, measureId);
  const strata = input.strata as
    | readonly { readonly met: number; readonly notMet: number; readonly eligiblePopulation?: number }[]
    | undefined;
  const names = measure.strata.map((stratum) => stratum.name).filter((name) => name !== 'overall');
  const counts = strata
    ? strata.map(({ met, notMet, eligiblePopulation: eligible }, index) => ({
        name: names[index] ?? undefined,
        met,
        notMet,
        ...(eligible === undefined ? {} : { eligible }),
      }))
    : {
        met: input.performanceMet ?? 0,
        notMet: input.performanceNotMet ?? 0,
        exclusions: input.eligiblePopulationExclusion ?? 0,
        exceptions: input.eligiblePopulationException ?? 0,
        ...(input.eligiblePopulation === undefined ? {} : { eligible: input.eligiblePopulation }),
      };
  const [row] = scoreMeasure(performanceYear, measure, quality(measureId, counts), 'registry').quality
    .measures;
  return {
    performanceRate: row?.performanceRate,
    reportingRate: row?.dataCompleteness,
    caseCount: row?.caseCount,
  };
}

/** The points of a measure that is incomplete or cannot be compared, for large and small practices. */
export function qualityClass({ input, performanceYear }: ScoringCase): Answer {
  const counts =
    input.reportingRate === undefined
      ? { met: 5, notMet: 5 }
      : { met: Math.round(input.reportingRate * 100), notMet: 0, eligible: 10_000 };
  const data = submission(performanceYear, [
    measurementSet('quality', [quality('236', counts)], { submissionMethod: 'registry' }),
  ]);
  const points = (smallPractice: boolean) => score(data, { smallPractice }).quality.measures[0]?.points;
  return {
    large: points(false),
    small: points(true),
    threshold: policyOf(performanceYear).quality.completenessThreshold.value,
  };
}

export function qualityCategory({ input, performanceYear, expected }: ScoringCase): Answer {
  const { quality: policy } = policyOf(performanceYear);
  if (input.readmissionMeasureScored) {
    const denominator = qualityDenominator(
      {
        requiredMeasures: (input.base ?? 0) / 10,
        excludedMeasures: 0,
        submittedMeasures: 6,
        administrativeClaimsMeasures: 1,
        applicability: { kind: 'notApplied' },
      },
      policy,
    );
    return { denominator: denominator.points };
  }
  const points = Object.values(input.measurePoints ?? {}) as number[];
  if (input.denominator === undefined) {
    const candidates = points.map((value, index) => candidate(`90${index}`, value, 'process'));
    const { picked } = selectMeasures(candidates, policy.requiredMeasures.value);
    const numerator = picked.reduce((sum, measure) => sum + measure.points, 0);
    return { numerator, denominator: policy.requiredMeasures.value * policy.pointsPerMeasure.value };
  }
  const numerator = points.reduce((sum, value) => sum + value, input.smallPracticeBonus ?? 0);
  const percent = qualityPercent(numerator, input.denominator, 0);
  return {
    ...('numerator' in expected ? { numerator } : {}),
    categoryPercent: percent,
    weighted: contribution(percent, input.weightUsed ?? 0),
  };
}

export function qualityCategoryApp({ input }: ScoringCase): Answer {
  return {
    categoryPercent: qualityPercent(
      input.achievementPoints ?? 0,
      input.denominator ?? 0,
      input.improvementPercent ?? 0,
    ),
  };
}

export function qualityBonus({ input, performanceYear }: ScoringCase): Answer {
  if (input.smallPractice) {
    const data = submission(performanceYear, [measurementSet('quality', [qualityAtRate('236', 70)])]);
    return { bonus: score(data, { smallPractice: true }).quality.bonuses.smallPractice.points };
  }
  // The four eCQMs of APP Plus, each short of 10 points.
  const measurements = ['001', '112', '134', '236'].map((id) => qualityAtRate(id, 50));
  const data = submission(
    performanceYear,
    [measurementSet('quality', measurements, { programName: 'appPlus' })],
    { entityType: 'apm' },
  );
  return { maxPoints: score(data).quality.bonuses.complexOrganization.points };
}

export function selection({ input }: ScoringCase): Answer {
  if (input.lowestTwo) {
    const better = ['901', '902', '903', '904'].map((id) => candidate(id, 9, 'process'));
    const tied = input.lowestTwo.map(([id, points]) => candidate(id, points, 'process'));
    const { picked } = selectMeasures([candidate('900', 9, 'outcome'), ...better, ...tied], 6);
    return { picked: picked.at(-1)?.measureId };
  }
  const candidates = (input.measures as readonly (readonly [string, number, string])[]).map(
    ([id, points, type]) => candidate(id, points, type),
  );
  return { picked: selectMeasures(candidates, 6).picked.map((measure) => measure.measureId) };
}

function candidate(measureId: string, points: number, type: string) {
  const isOutcome = type === 'outcome';
  return { measureId, collectionType: 'registry', points, isOutcome, isHighPriority: isOutcome };
}

function scoreMeasure(
  performanceYear: number,
  measure: QualityMeasure,
  measurement: Parameters<typeof measurementSet>[1][number],
  submissionMethod = 'registry',
) {
  const programs = measure.allowedPrograms;
  const programName = programs.length === 0 || programs.includes('mips') ? 'mips' : (programs[0] ?? 'mips');
  const data = submission(performanceYear, [
    measurementSet('quality', [measurement], { submissionMethod, programName }),
  ]);
  return score(data);
}

function qualityMeasureOf(performanceYear: number, measureId: string): QualityMeasure {
  const measure = catalogs.year(performanceYear)?.measures.get(measureId);
  if (measure?.category !== 'quality')
    throw new Error(`${performanceYear} has no quality measure ${measureId}.`);
  return measure;
}

function text(value: string | undefined): string {
  return value ?? 'registry';
}
