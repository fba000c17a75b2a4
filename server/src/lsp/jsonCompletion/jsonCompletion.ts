import type { YearCatalog } from '../../catalog/catalog.ts';
import { measureLabel } from '../../catalog/programMeasures.ts';
import type { QppJsonDocument } from '../../document/document.ts';
import type { JsonCursor } from '../../json/cursor.ts';
import { cursorAt } from '../../json/cursor.ts';
import type { JsonArray, JsonObject } from '../../json/tree.ts';
import { fieldPlaceOf, measurementAround } from '../../qppJson/places.ts';
import type { SubmissionParts } from '../../qppJson/shape.ts';
import { locateParts } from '../../qppJson/shape.ts';
import type { Proposal } from '../proposal.ts';
import { itemProposals, measurementValueProposals } from './items.ts';
import { keyProposals } from './keys.ts';
import { measuresFor } from './measures.ts';
import { textProposal } from './textProposal.ts';
import { openStrata, valueProposals } from './values.ts';

/**
 * What can be written at an offset of a QPP JSON file: keys by place, names from fixed lists, the measures a set can
 * still report, strata not reported yet, and whole values with a gap for each count.
 */
export function jsonCompletion({ json }: QppJsonDocument, offset: number, catalog: YearCatalog): Proposal[] {
  const cursor = cursorAt(json, offset);
  if (!cursor) return [];
  const parts = locateParts(json);
  if (cursor.kind === 'item') return itemProposals(cursor.array, parts, catalog, cursor.span);
  const place = fieldPlaceOf(cursor.object, parts, catalog);
  if (!place) return [];
  if (cursor.kind === 'key') return keyProposals(cursor.object, cursor.property, place.fields, cursor.span);
  return (
    special(cursor, parts, catalog) ?? valueProposals(cursor.property.key, place, parts, catalog, cursor.span)
  );
}

/** Values that depend on the measure or the set: measure ids, whole values, stratum names. */
function special(
  { object, property, span }: Extract<JsonCursor, { kind: 'value' }>,
  parts: SubmissionParts,
  catalog: YearCatalog,
): Proposal[] | null {
  const measurement = measurementAround(object, parts, catalog);
  const isOwn = measurement?.object === object;
  if (isOwn && property.key === 'measureId') {
    const measures = measurement.set ? measuresFor(measurement.set, catalog, object) : [];
    return measures.map((measure, order) => {
      const { measureId, title } = measure;
      return textProposal(measureId, span, order, {
        detail: title,
        kind: 'measure',
        words: measureLabel(measure),
      });
    });
  }
  if (isOwn && property.key === 'value') return measurementValueProposals(measurement, catalog, span);
  if (property.key === 'stratum') return stratumNames(object, parts, catalog, span);
  return null;
}

function stratumNames(
  stratum: JsonObject,
  parts: SubmissionParts,
  catalog: YearCatalog,
  span: Proposal['span'],
): Proposal[] | null {
  const list: JsonObject | JsonArray | null = stratum.parent;
  const value = list?.parent;
  const place = measurementAround(stratum, parts, catalog);
  if (value?.type !== 'object' || place?.measure?.category !== 'quality') return null;
  const names = place.measure.strata.map(({ name }) => name).filter((name) => name !== null);
  return openStrata(value, names, stratum).map((name, order) => textProposal(name, span, order));
}
