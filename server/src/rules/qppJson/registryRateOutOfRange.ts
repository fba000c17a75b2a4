import { member } from '../../json/tree.ts';
import { asMeant } from '../../qppJson/keys.ts';
import type { MeasurementPlace } from '../../qppJson/places.ts';
import { ANY_VALUE_FIELDS } from '../../qppJson/valueFields.ts';
import type { Problem, Rule } from '../rule.ts';
import { jsonParts } from './jsonParts.ts';

/** The performance rate that a QCDR reports is no percentage. */
export const registryRateOutOfRange: Rule = {
  id: 'registry-rate-out-of-range',
  layer: 'upload',
  severity: 'error',
  source: 'CMS QPP submissions API documentation, change log 12/29/21 (performanceRate between 0 and 100)',
  title: 'The reported performance rate is not between 0 and 100',
  documentation:
    'A QCDR measure reports its `performanceRate` itself, as a percentage between 0 and 100. A fraction such as 0.85 is read as 0.85 percent.',
  *check(context) {
    const parts = jsonParts(context);
    if (!parts) return;
    for (const place of parts.measurements) {
      const found = problem(place);
      if (found) yield found;
    }
  },
};

function problem({ measure, value }: MeasurementPlace): Problem | null {
  if (!measure?.metricType.startsWith('registry') || value?.type !== 'object') return null;
  const rate = member(asMeant(value, ANY_VALUE_FIELDS), 'performanceRate');
  if (rate?.type !== 'number' || (rate.value >= 0 && rate.value <= 100)) return null;
  return {
    span: rate.span,
    message: `The performanceRate of ${measure.measureId} must be a percentage between 0 and 100, not ${rate.raw}.`,
  };
}
