import type { PiMeasureScore } from '../../../server/src/scoring/breakdown.ts';
import { contribution } from '../../../server/src/scoring/estimate/estimate.ts';
import type { Measurement } from '../../../server/src/submission/submission.ts';
import { catalogs, score } from '../../fixtures/scores.ts';
import {
  answer,
  attestations,
  measurementSet,
  piSet,
  proportion,
  publicHealth,
  submission,
} from '../../fixtures/submissions.ts';
import type { ScoringCase } from './cases.ts';
import type { Answer } from './qualityCases.ts';

export function piMeasure({ input, performanceYear }: ScoringCase): Answer {
  const id = input.measureId ?? '';
  const row = piRow(performanceYear, [proportion(id, input.numerator ?? 0, input.denominator ?? 0)], id);
  return { points: row.points, maxPoints: row.maxPoints, display: row.displayed };
}

/** A measure that earns 17 of 20 can only be one that took the points of an excluded measure. */
export function piDisplay({ input, performanceYear }: ScoringCase): Answer {
  const numerator = input.measureScore ?? 0;
  const row = piRow(
    performanceYear,
    [answer('PI_EP_2_EX_1', true), proportion('PI_EP_1', numerator, input.max ?? 0)],
    'PI_EP_1',
  );
  return { display: row.displayed };
}

export function piCategory({ input, performanceYear }: ScoringCase): Answer {
  if (input.conflictAcrossSubmissionTypes) return conflictingSubmissions(performanceYear);
  const percent = input.measurePoints
    ? categoryOf(performanceYear, input.measurePoints as Record<string, number>, input.attestations ?? [])
    : (input.category ?? 0);
  return { category: percent, weighted: contribution(percent, input.weight ?? 0) };
}

function conflictingSubmissions(performanceYear: number): Answer {
  const file = (numerator: number) =>
    submission(performanceYear, [piSet(performanceYear, fullPi(performanceYear, numerator))]);
  const { pi } = score([file(50), file(60)]);
  return { category: pi.percent, display: `${contribution(pi.percent, 25)} out of 25` };
}

/** Builds data that earns the stated points, and scores it. */
function categoryOf(
  performanceYear: number,
  points: Readonly<Record<string, number>>,
  attested: readonly string[],
): number {
  const measurements = Object.entries(points).map(([id, earned]) => {
    const measure = catalogs.year(performanceYear)?.measures.get(id);
    return measure?.metricType === 'proportion'
      ? proportion(id, earned, fullPoints(performanceYear, id))
      : answer(id, true);
  });
  const all = [...measurements, ...attested.map((id) => answer(id, true))];
  return score(submission(performanceYear, [piSet(performanceYear, all)])).pi.percent;
}

function fullPoints(performanceYear: number, id: string): number {
  return piRow(performanceYear, [proportion(id, 1, 1)], id).maxPoints;
}

export function piBonus({ input, performanceYear }: ScoringCase): Answer {
  const ids = input.measures as readonly string[];
  const registrations = ids.flatMap((id) => [answer(id, true), answer(`${id}_PROD`, true)]);
  const data = submission(performanceYear, [
    piSet(performanceYear, [...fullPi(performanceYear, 50), ...registrations]),
  ]);
  const rows = score(data).pi.measures.filter((row) => ids.includes(row.measureId));
  return { bonus: rows.reduce((sum, row) => sum + row.points, 0) };
}

export function piRedistribution({ input, performanceYear }: ScoringCase): Answer {
  const excluded = input.excluded ?? [];
  if (excluded.includes('PI_EP_1')) {
    const before = maxPoints(performanceYear, fullPi(performanceYear, 50));
    const kept = fullPi(performanceYear, 50).filter((entry) => entry.measureId?.value !== 'PI_EP_1');
    const after = maxPoints(performanceYear, [...kept, answer('PI_LVPP_1', true)]);
    const gaining = [...after].filter(([id, points]) => points > (before.get(id) ?? 0)).map(([id]) => id);
    const objectives = new Set(gaining.map((id) => objectiveOf(performanceYear, id)));
    return { to: `${[...objectives].join(', ')} objective` };
  }
  const exclusions =
    excluded.length > 0
      ? [answer('PI_PHCDRR_1_EX_1', true), answer('PI_PHCDRR_2_EX_1', true)]
      : publicHealth(performanceYear);
  const rest = fullPi(performanceYear, 50).filter((entry) => !entry.measureId?.value.startsWith('PI_PHCDRR'));
  const points = maxPoints(performanceYear, [...rest, ...exclusions]);
  return {
    PI_PEA_1_max: points.get('PI_PEA_1'),
    PI_PHCDRR_1: points.get('PI_PHCDRR_1'),
    PI_PHCDRR_3: points.get('PI_PHCDRR_3'),
  };
}

function objectiveOf(performanceYear: number, id: string): string | null {
  const measure = catalogs.year(performanceYear)?.measures.get(id);
  return measure?.category === 'pi' ? measure.objective : null;
}

function maxPoints(
  performanceYear: number,
  measurements: readonly Measurement[],
): ReadonlyMap<string, number> {
  const { pi } = score(submission(performanceYear, [piSet(performanceYear, measurements)]));
  return new Map(pi.measures.map((row) => [row.measureId, row.maxPoints]));
}

/** Everything a year asks for, the proportions at that percent. */
function fullPi(performanceYear: number, numerator: number): Measurement[] {
  const prescriptions =
    performanceYear >= 2023
      ? [proportion('PI_EP_1', numerator, 100), answer('PI_EP_2', true)]
      : [proportion('PI_EP_1', numerator, 100)];
  const others = ['PI_HIE_1', 'PI_HIE_4', 'PI_PEA_1'].map((id) => proportion(id, numerator, 100));
  return [...prescriptions, ...others, ...publicHealth(performanceYear), ...attestations(performanceYear)];
}

function piRow(performanceYear: number, measurements: readonly Measurement[], id: string): PiMeasureScore {
  const { pi } = score(submission(performanceYear, [piSet(performanceYear, measurements)]));
  const row = pi.measures.find((entry) => entry.measureId === id);
  if (!row) throw new Error(`${id} got no row.`);
  return row;
}

export function iaCategory({ input, performanceYear }: ScoringCase): Answer {
  const ids = Array.isArray(input.activities)
    ? input.activities.map((named) => activityId(performanceYear, named))
    : Object.keys(input.activities ?? {});
  const data = submission(performanceYear, [
    measurementSet(
      'ia',
      ids.map((id) => answer(id, true)),
    ),
  ]);
  const { ia } = score(data, {
    specialStatus: input.specialStatus ?? false,
    apmParticipant: input.apmParticipant ?? false,
  });
  const category = Math.min(ia.subtotal, ia.maxPoints);
  return {
    activityPoints: Object.fromEntries(ia.activities.map((row) => [row.measureId, row.points])),
    category,
    points: category,
    of: ia.maxPoints,
    weighted: contribution(ia.percent, input.weight ?? 0),
  };
}

export function iaDisplay({ performanceYear }: ScoringCase): Answer {
  const id = activityId(performanceYear, 'medium');
  const data = submission(performanceYear, [measurementSet('ia', [answer(id, true)])]);
  return { display: score(data).ia.activities[0]?.displayed };
}

/** An activity id as it stands, or the first activity of the weight that is named. */
function activityId(performanceYear: number, named: string): string {
  const measures = [...(catalogs.year(performanceYear)?.measures.values() ?? [])];
  const weighted = measures.find((measure) => measure.category === 'ia' && measure.weight === named);
  return weighted?.measureId ?? named;
}
