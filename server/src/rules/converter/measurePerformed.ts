import { answers } from '../../qrda3/decode/values.ts';
import type { Span } from '../../text/span.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import { writeInstead } from '../fixing/proposals.ts';
import type { ProposedFix } from '../rule.ts';
import { explainsRepetition, type NodeCheck, spanOfDeepest, spanOfValue } from './refusal.ts';

/** What the converter asks of an answer. */
export const measurePerformedCheck: NodeCheck = {
  kinds: ['measurePerformed'],
  codes: [
    {
      code: 51,
      id: 'answer-value',
      title: 'An answer that is neither Y nor N',
      documentation: `Measure Performed of a PI attestation or improvement activity has one value with code Y or N.

\`\`\`xml
<value xsi:type="CD" code="Y" codeSystem="2.16.840.1.113883.12.136"/>
\`\`\``,
    },
  ],
  *check(performed) {
    const given = answers(performed.element);
    const answer = given[0];
    if (given.length === 1 && answer !== undefined && /^[yn]$/i.test(answer.value)) return;
    const span =
      answer === undefined ? spanOfDeepest(performed, ['value']) : spanOfValue(given[1] ?? answer, performed);
    const message = `${describe(given)}; Measure Performed has one value with code Y or N.`;
    yield {
      code: 51,
      node: performed,
      span,
      message,
      ...explainsRepetition(given),
      ...(given.length === 1 && { fixes: answerFixes(answer?.value, span) }),
    };
  },
};

/** An answer in other words. */
function answerFixes(answer: string | undefined, span: Span): ProposedFix[] {
  const said = answer?.trim().toLowerCase() ?? '';
  if (/^(?:y|yes|true)$/.test(said)) return [writeInstead(span, 'Y')];
  return /^(?:n|no|false)$/.test(said) ? [writeInstead(span, 'N')] : [];
}

function describe(given: readonly XmlAttribute[]): string {
  if (given.length > 1) return `There are ${given.length} answers`;
  return given[0] === undefined ? 'There is no answer' : `The answer is "${given[0].value}"`;
}
