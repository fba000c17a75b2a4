import type { QualityMeasure } from '../../catalog/catalog.ts';
import type { JsonFormat } from '../../catalog/jsonFormat.ts';
import type { JsonString } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { asMeant } from '../../qppJson/keys.ts';
import type { MeasurementPlace } from '../../qppJson/places.ts';
import { objectsIn } from '../../qppJson/shape.ts';
import { closest } from '../../text/closest.ts';
import type { RuleContext } from '../rule.ts';
import { jsonParts } from './jsonParts.ts';

/** The strata of one measurement, beside those its measure has. */
export interface ReportedStrata {
  readonly place: MeasurementPlace;
  readonly measure: QualityMeasure;
  /** Names the measure has in the year's data. */
  readonly defined: readonly string[];
  /** Those a collection type may leave out. */
  readonly optional: readonly string[];
  /** Number of strata in the file, named or not. */
  readonly count: number;
  readonly names: readonly StratumName[];
}

export interface StratumName {
  readonly node: JsonString;
  readonly isDefined: boolean;
  /** The name it is, or was most likely meant to be. */
  readonly meant: string | undefined;
}

/** All measurements that report strata of a measure whose strata have names. */
export function reportedStrata(context: RuleContext): ReportedStrata[] {
  const parts = jsonParts(context);
  if (!parts) return [];
  return parts.measurements.flatMap((place) => {
    const strata = readStrata(place, parts.format);
    return strata ? [strata] : [];
  });
}

function readStrata(place: MeasurementPlace, format: JsonFormat | null): ReportedStrata | null {
  const { measure, value, format: valueFormat } = place;
  if (measure?.category !== 'quality' || valueFormat?.kind !== 'strata' || value?.type !== 'object')
    return null;
  const defined = measure.strata.map(({ name }) => name).filter((name) => name !== null);
  const list = member(asMeant(value, valueFormat.fields), 'strata');
  const items = objectsIn(list);
  // What is no object is counted too, as one without a name.
  const count = list?.type === 'array' ? list.items.length : items.length;
  if (defined.length === 0 || (count === 0 && list?.type !== 'array')) return null;
  const nodes = items
    .map((item) => member(asMeant(item, valueFormat.stratumFields), 'stratum'))
    .filter((node) => node?.type === 'string');
  const names = nodes.map((node) => ({
    node,
    isDefined: defined.includes(node.value),
    meant: defined.includes(node.value) ? node.value : closest(node.value, defined),
  }));
  return { place, measure, defined, optional: optionalStrata(place, format), count, names };
}

function optionalStrata({ measureId, set }: MeasurementPlace, format: JsonFormat | null): readonly string[] {
  const method = set && member(set, 'submissionMethod');
  const entry = format?.optionalStrata.find(
    (optional) =>
      optional.measureId === measureId?.value &&
      method?.type === 'string' &&
      optional.submissionMethod === method.value,
  );
  return entry?.strata ?? [];
}
