import type { PiMeasure } from '../catalog.ts';
import { measureBase } from './measures.ts';
import type { RawMeasure } from './rawRows.ts';

/** A year's Promoting Interoperability rows as measures. */
export function piMeasures(rows: readonly RawMeasure[]): PiMeasure[] {
  const ids = new Set(rows.map((row) => row.measureId));
  return rows.map((row) => ({
    ...measureBase(row),
    category: 'pi',
    objective: row.objective ?? null,
    isRequired: row.isRequired ?? false,
    isBonus: row.isBonus ?? false,
    reportingCategory: row.reportingCategory ?? null,
    exclusions: exclusions(row, ids),
    substitutes: row.substitutes ?? [],
    activeEngagement: row.preprod ?? [],
    weight: typeof row.weight === 'number' ? row.weight : null,
  }));
}

function exclusions(row: RawMeasure, ids: ReadonlySet<string>): readonly string[] {
  if (typeof row.exclusion === 'string') return [row.exclusion];
  if (row.exclusion) return row.exclusion;
  return unlinkedExclusions(row.measureId, ids);
}

/**
 * The rows of 2019 and 2020 have the exclusions of the public health measures, and 2019 those of
 * PI_HIE_4, but do not link them; the later years' links and the ids themselves tell whose they are.
 */
function unlinkedExclusions(measureId: string, ids: ReadonlySet<string>): string[] {
  if (measureId === 'PI_HIE_4') {
    // PI_CUITC_1, "incorporating" not possible in 2019, was an exclusion of this measure in that year only.
    return ['PI_LVITC_2', 'PI_CUITC_1'].filter((id) => ids.has(id));
  }
  const publicHealth = /^(PI_PHCDRR_\d)(_MULTI)?$/.exec(measureId)?.[1];
  if (publicHealth === undefined) return [];
  return [...ids].filter((id) => id.startsWith(`${publicHealth}_EX_`)).sort();
}
