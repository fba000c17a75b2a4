import type { QualityMeasure, YearCatalog } from '../../catalog/catalog.ts';
import { member } from '../../json/tree.ts';
import type { MeasurementPlace } from '../../qppJson/places.ts';
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
    for (const place of parts.measurements) {
      if (place.measureId === null) continue;
      const measure = ecqmNamed(place.measureId.value, methodOf(place), context.catalog);
      const node = member(place.object, 'measureId');
      if (!measure || !node) continue;
      yield {
        span: contentSpan(node),
        message: `"${place.measureId.value}" is the eCQM number of measure ${measure.measureId} (${measure.title}). The measureId is "${measure.measureId}".`,
        fixes: [replaceValue(node, measure.measureId)],
      };
    }
  },
};

function methodOf({ set }: MeasurementPlace): string | undefined {
  const method = set && member(set, 'submissionMethod');
  return method?.type === 'string' ? method.value : undefined;
}

/**
 * The eCQM that an id is the number of, where no measure has that id: `CMS122`, `CMS122v13`, or `122` in a set of
 * eCQMs, where a bare number can be nothing else.
 */
export function ecqmNamed(
  measureId: string,
  submissionMethod: string | undefined,
  { measures, byEcqm }: YearCatalog,
): QualityMeasure | undefined {
  if (measures.has(measureId)) return undefined;
  const match = /^(cms)?0*(\d{1,4})(?:v\d+(?:\.\d+)*)?$/i.exec(measureId.trim());
  const isCertain = match?.[1] !== undefined || submissionMethod === 'electronicHealthRecord';
  return match && isCertain ? byEcqm.get(`CMS${match[2]}`) : undefined;
}
