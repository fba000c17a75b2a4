import type { PiBreakdown, PiMeasureScore, PiObjective } from '../../../server/src/scoring/breakdown.ts';
import type { IndexedRow } from './rowOrder.ts';

/** The measures of one objective, and what they earn together. */
export interface PiGroup {
  /** `null`: measures that belong to no objective of the category. */
  readonly objective: PiObjective | null;
  readonly rows: readonly IndexedRow<PiMeasureScore>[];
  /** Bonuses are not in the points that could be had. */
  readonly points: number;
  readonly maxPoints: number;
}

/** The rows under their objectives, in the order of the objectives; the others at the end. */
export function piGroups(
  { objectives }: Pick<PiBreakdown, 'objectives'>,
  rows: readonly IndexedRow<PiMeasureScore>[],
): readonly PiGroup[] {
  const named = new Set(objectives.map(({ objective }) => objective));
  const groups = objectives.map((objective) =>
    group(
      objective,
      rows.filter(({ row }) => row.objective === objective.objective),
    ),
  );
  const others = rows.filter(({ row }) => row.objective === null || !named.has(row.objective));
  return others.length === 0 ? groups : [...groups, group(null, others)];
}

function group(objective: PiObjective | null, rows: readonly IndexedRow<PiMeasureScore>[]): PiGroup {
  const sum = (of: (row: PiMeasureScore) => number) => rows.reduce((total, { row }) => total + of(row), 0);
  return {
    objective,
    rows,
    points: sum(({ points }) => points),
    maxPoints: sum(({ state, maxPoints }) => (state === 'reported' || state === 'missing' ? maxPoints : 0)),
  };
}
