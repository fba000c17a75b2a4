import { answers, elementsAt } from '../../../qrda3/decode/values.ts';
import { nameSpan } from '../../../xml/tree.ts';
import { type NodeCheck, spanOf, spanOfValue } from './refusal.ts';

/** What the converter asks of an answer. */
export const measurePerformedCheck: NodeCheck = {
  kinds: ['measurePerformed'],
  codes: [
    {
      code: 51,
      id: 'answer-value',
      title: 'An answer that is neither Y nor N',
      documentation: `Measure Performed of a PI attestation or improvement activity has one value with code Y or N.`,
    },
  ],
  *check(performed) {
    const given = answers(performed.element);
    const answer = given[0];
    if (given.length === 1 && answer !== undefined && /^[yn]$/i.test(answer.value)) return;
    const value = elementsAt(performed.element, ['value'])[0];
    const span =
      answer !== undefined
        ? spanOfValue(given[1] ?? answer, performed)
        : value === undefined
          ? spanOf(performed)
          : nameSpan(value);
    const found =
      answer === undefined
        ? 'There is no answer'
        : given.length > 1
          ? `There are ${given.length} answers`
          : `The answer is "${answer.value}"`;
    yield {
      code: 51,
      node: performed,
      span,
      message: `${found}; Measure Performed has one value with code Y or N.`,
    };
  },
};
