import type { YearCatalog } from '../../catalog/catalog.ts';
import type { JsonValue } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import type { MeasurementPlace } from '../../qppJson/places.ts';
import { measurementPlaces } from '../../qppJson/places.ts';
import { contentSpan } from '../../qppJson/sourcedValue.ts';
import type { Rule } from '../rule.ts';
import { replaceValue } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** A measure is named by its eCQM number instead of its quality id. */
export const measureIdIsEcqm: Rule = {
  id: 'measure-id-is-ecqm',
  layer: 'upload',
  severity: 'error',
  source:
    "CMS QPP submissions API documentation (measureId of a quality measure is its quality number); eMeasureId in CMS's measures data",
  title: 'The measure is named by its eCQM number',
  documentation: `\`measureId\` is the quality id of the measure, three digits for MIPS measures, not the number of its eCQM: CMS122 (diabetes) is measure 001. The fix writes the quality id.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts) return;
    for (const place of measurementPlaces(parts, context.catalog)) {
      const measure = ecqmMeant(place, context.catalog);
      const node = idNode(place);
      if (!measure || !node || !place.measureId) continue;
      yield {
        span: contentSpan(node),
        message: `"${place.measureId.value}" is the eCQM number of measure ${measure.measureId} (${measure.title}). The measureId is "${measure.measureId}".`,
        fixes: [replaceValue(node, measure.measureId)],
      };
    }
  },
};

function idNode({ object }: MeasurementPlace): JsonValue | undefined {
  return member(object, 'measureId');
}

/**
 * The eCQM that an id no measure has is the number of: `CMS122`, `CMS122v13`, `cms0122`, or `122` in a set of eCQMs,
 * where a bare number can be nothing else.
 */
export function ecqmMeant({ measureId, measure, set }: MeasurementPlace, { byEcqm }: YearCatalog) {
  if (measure || !measureId) return undefined;
  const match = /^(cms)?0*(\d{1,4})(?:v\d+(?:\.\d+)*)?$/i.exec(measureId.value.trim());
  const method = set && member(set, 'submissionMethod');
  const isEcqmSet = method?.type === 'string' && method.value === 'electronicHealthRecord';
  return match && (match[1] || isEcqmSet) ? byEcqm.get(`CMS${match[2]}`) : undefined;
}
