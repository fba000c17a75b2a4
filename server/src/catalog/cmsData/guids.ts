import type { Measure } from '../catalog.ts';
import { populationsOf } from '../populations.ts';
import type { GuidRecord } from '../yearFiles.ts';

/** The GUIDs of a year's eCQMs; none for a year whose GUIDs are not published. */
export function guidsOf(measures: readonly Measure[]): GuidRecord[] {
  return measures.flatMap((measure) => {
    if (!('eMeasureGuid' in measure) || measure.eMeasureGuid === null) return [];
    const populations = populationsOf(measure.strata).map(({ guid }) => guid);
    return [{ measureId: measure.measureId, guid: measure.eMeasureGuid, populations }];
  });
}
