import { childNodes } from '../../qrda3/decode/nodes.ts';
import { explainsPart, type NodeCheck, spanOf, spanOfSurplus, withoutRepetition } from './refusal.ts';

/** What the converter asks of an improvement activity. */
export const iaMeasureCheck: NodeCheck = {
  kinds: ['iaMeasure'],
  codes: [
    {
      code: 50,
      id: 'ia-answer-count',
      title: 'An improvement activity without exactly one answer',
      documentation: `An improvement activity holds exactly one Measure Performed observation (template 27.3.27) and no other template.`,
    },
  ],
  *check(activity, { text }) {
    const performed = childNodes(activity, 'measurePerformed');
    if (performed.length === 1) return;
    const span = performed[1] === undefined ? spanOf(activity) : spanOfSurplus(performed[1]);
    const message = `The improvement activity has ${performed.length} answers (Measure Performed); it needs exactly one.`;
    const fixes = () => withoutRepetition(performed, text);
    yield { code: 50, node: activity, span, message, fixes, ...explainsPart(activity) };
  },
};
