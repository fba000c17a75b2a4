import type { Mvp } from '../catalog.ts';
import { compareIds } from '../ids.ts';
import type { RawMvp } from './rawRows.ts';

/** A year's `mvp.json` as pathways, sorted by id. */
export function mvpsFrom(rows: readonly RawMvp[]): Mvp[] {
  return rows
    .map((row) => ({
      mvpId: row.mvpId,
      title: row.title.replace(/\s+/g, ' ').trim(),
      qualityMeasureIds: row.qualityMeasureIds,
      activityIds: row.iaMeasureIds,
      costMeasureIds: row.costMeasureIds,
      administrativeClaimsMeasureIds: row.administrativeClaimsMeasureIds ?? [],
      foundationQualityMeasureIds: row.foundationQualityMeasureIds ?? [],
    }))
    .sort((a, b) => compareIds(a.mvpId, b.mvpId));
}
