import type { YearCatalog } from '../../catalog/catalog.ts';
import { parseJavaFloat } from '../../qrda3/decode/javaNumbers.ts';
import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { readPopulations, text } from '../../qrda3/decode/populations.ts';
import {
  elementsAt,
  measureGuids,
  populationGuids,
  rateNullFlavor,
  rateValue,
} from '../../qrda3/decode/values.ts';
import { countsOfRate } from '../../qrda3/rateCounts.ts';
import { rateFixes } from '../counts/rateFixes.ts';
import type { ProposedFix } from '../rule.ts';
import { type NodeCheck, spanOfDeepest, spanOfValue } from './refusal.ts';

/** What the converter asks of a performance rate's value. */
export const performanceRateCheck: NodeCheck = {
  kinds: ['performanceRate'],
  codes: [
    {
      code: 72,
      id: 'performance-rate-missing',
      title: 'A performance rate without value',
      documentation: `A performance rate has a value between 0 and 1, or the nullFlavor NA when the denominator is zero after exclusions and exceptions.

\`\`\`xml
<value xsi:type="REAL" value="0.85"/>
<value xsi:type="REAL" nullFlavor="NA"/>
\`\`\``,
    },
    {
      code: 33,
      id: 'performance-rate-range',
      title: 'A performance rate outside 0 to 1',
      documentation: `A performance rate is a decimal between 0 and 1 with a point, not a percentage: 0.85, not 85, 85% or 0,85.`,
    },
  ],
  *check(rate, { catalog }) {
    const fixes = () => (catalog ? ratesByCounts(rate, catalog) : []);
    const value = rateValue(rate.element);
    const nullFlavor = rateNullFlavor(rate.element);
    if (value === undefined && nullFlavor?.value === 'NA') return;
    if (value === undefined || value.value === '') {
      const message =
        'The performance rate has no value; it needs one between 0 and 1, or nullFlavor="NA" when its denominator is zero.';
      const given = value ?? nullFlavor;
      const span = given === undefined ? spanOfDeepest(rate, ['value']) : spanOfValue(given, rate);
      yield { code: 72, node: rate, span, message, fixes };
    } else if (!isRate(value.value)) {
      const message = `The performance rate "${value.value}" is not a decimal between 0 and 1.`;
      yield { code: 33, node: rate, span: spanOfValue(value, rate), message, fixes };
    }
  },
};

/** The rate that the counts of its measure give. */
function ratesByCounts({ element, parent }: TemplateNode, catalog: YearCatalog): ProposedFix[] {
  const [value] = elementsAt(element, ['value']);
  if (parent?.kind !== 'measure' || !value) return [];
  const [guid, numerator] = [measureGuids(parent.element)[0], populationGuids(element)[0]];
  const counts = countsOfRate(
    { numeratorGuid: numerator ? text(numerator) : null },
    { guid: guid ? text(guid) : null, populations: readPopulations(parent) },
    catalog,
  );
  if (counts === null || counts.numerator > counts.rest) return [];
  return rateFixes(value, counts.rest === 0 ? null : counts.numerator / counts.rest);
}

/** Java compares floats in total order: negative zero is below zero, and not-a-number above everything. */
function isRate(text: string): boolean {
  const rate = parseJavaFloat(text);
  return rate !== null && rate >= 0 && rate <= 1 && !Object.is(rate, -0);
}
