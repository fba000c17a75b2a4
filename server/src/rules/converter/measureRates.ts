import type { Measure } from '../../catalog/catalog.ts';
import { strataOf } from '../../qrda3/decode/measureLookup.ts';
import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { populationGuids } from '../../qrda3/decode/values.ts';
import { type ConverterScope, type Refusal, type RefusalCode, spanOf, spanOfValue } from './refusal.ts';
import { addPopulationGuid } from './repairs.ts';

/** Code of the references of performance rates. */
export const rateCodesOfConverter: readonly RefusalCode[] = [
  {
    code: 61,
    id: 'performance-rate-reference',
    title: 'A performance rate that refers to no numerator',
    documentation: `A performance rate refers to the numerator it belongs to: reference/externalObservation/id/@root.`,
  },
];

/** Compares the numerators that a measure's performance rates refer to with the measure data. */
export function* checkRates(
  measure: TemplateNode,
  row: Measure,
  { catalog, text }: ConverterScope,
): Iterable<Refusal> {
  for (const rate of childNodes(measure, 'performanceRate')) {
    const guid = populationGuids(rate.element)[0];
    if (guid === undefined) {
      const message =
        'The performance rate refers to no numerator: reference/externalObservation/id/@root is missing.';
      const fixes = () => addPopulationGuid(rate, catalog, text);
      yield { code: 61, node: rate, span: spanOf(rate), message, fixes };
      continue;
    }
    const match = matchNumerator(row, guid.value);
    if (match === 'crash') {
      yield {
        code: 3,
        node: null,
        span: spanOfValue(guid, rate),
        message: `CMS's converter crashes on a performance rate of measure ${row.measureId} that refers to another numerator than the first. It then reports nothing but an unexpected error.`,
      };
    } else if (match === 'none') {
      yield {
        code: 59,
        node: measure,
        span: spanOfValue(guid, rate),
        message: `The performance rate refers to "${guid.value}", which is no numerator of measure ${row.measureId}.`,
        detail: 'performanceRateUuid',
        isEcho: true,
      };
    }
  }
}

/** The converter goes through the strata until one has that numerator; one without eCQM on the way makes it crash. */
function matchNumerator(row: Measure, guid: string): 'found' | 'none' | 'crash' {
  for (const { populations } of strataOf(row)) {
    if (populations === null) return 'crash';
    if (populations.numerator === guid.toUpperCase()) return 'found';
  }
  return 'none';
}
