import { childNodes } from '../../qrda3/decode/nodes.ts';
import { measureIds } from '../../qrda3/decode/values.ts';
import { explainsPart, type NodeCheck, spanOf, spanOfSurplus, spanOfValue } from './refusal.ts';
import { actFixes } from './sectionRepairs.ts';

const BIDIRECTIONAL_EXCHANGE = 'PI_HIE_5';
const REPLACED_BY_IT: ReadonlySet<string> = new Set(['PI_HIE_1', 'PI_LVOTC_1', 'PI_HIE_4', 'PI_LVITC_2']);

/** What the converter asks of the Promoting Interoperability section. */
export const piSectionCheck: NodeCheck = {
  kinds: ['piSection'],
  codes: [
    {
      code: 22,
      id: 'pi-reporting-parameters',
      title: 'The Promoting Interoperability section has not exactly one reporting parameters act',
      documentation: `The section holds one reporting parameters act (template 17.3.8) with its own performance period.`,
    },
    {
      code: 102,
      id: 'converter-pi-conflict',
      title: 'PI_HIE_5 together with the measures it replaces',
      documentation: `PI_HIE_5 stands for the objective Health Information Exchange by itself, so it cannot be sent with PI_HIE_1, PI_HIE_4 or their exclusions. The converter sees only those of them that are reported with numerator and denominator; \`pi-substitute-conflict\` sees all.`,
    },
  ],
  *check(section, { text, table }) {
    const acts = childNodes(section, 'reportingParameters');
    if (acts.length !== 1) {
      const span = acts[1] === undefined ? spanOf(section) : spanOfSurplus(acts[1]);
      const message = `The Promoting Interoperability section has ${acts.length} reporting parameters acts; it needs exactly one.`;
      const fixes = () => actFixes(section, acts, text, table, false);
      yield { code: 22, node: section, span, message, fixes, ...explainsPart(section) };
    }
    const measures = childNodes(section, 'piProportion').map((node) => ({
      node,
      id: measureIds(node.element)[0],
    }));
    const conflicting = measures.find(({ id }) => id !== undefined && REPLACED_BY_IT.has(id.value));
    if (conflicting !== undefined && measures.some(({ id }) => id?.value === BIDIRECTIONAL_EXCHANGE)) {
      const message = `${conflicting.id?.value} cannot be reported together with ${BIDIRECTIONAL_EXCHANGE}.`;
      yield {
        code: 102,
        node: section,
        span: spanOfValue(conflicting.id, conflicting.node),
        message,
        isEcho: true,
      };
    }
  },
};
