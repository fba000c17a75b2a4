import { fieldsByName } from '../../qppJson/fieldIndex.ts';
import type { Rule } from '../rule.ts';
import { deleteProperty } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** A number that CMS works out itself. */
export const jsonComputedField: Rule = {
  id: 'json-computed-field',
  layer: 'upload',
  severity: 'warning',
  source:
    'CMS QPP submissions API documentation (fields "calculated by API and returned in response"); change log 08/31/2023',
  title: 'CMS works this number out itself',
  documentation: `\`reportingRate\`, \`caseCount\`, \`performanceRateNumerator\`, \`performanceRateDenominator\` and, for all but QCDR measures, \`performanceRate\` are worked out from the counts by CMS and stand in its answers. In an upload they have no effect, even where they say something else than the counts do. Leave them out.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts || parts.shape === 'response') return;
    for (const { object, fields, label } of parts.objects) {
      const known = fieldsByName(fields);
      for (const property of object.properties) {
        const { key, value } = property;
        if (known.get(key)?.role !== 'computed' || value?.type === 'null') continue;
        yield {
          span: property.keySpan,
          message: `"${key}" in ${label} is worked out by CMS from the counts; what the file says has no effect.`,
          fixes: [deleteProperty(object, property)],
        };
      }
    }
  },
};
