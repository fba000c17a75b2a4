import { childNodes } from '../../qrda3/decode/nodes.ts';
import { measureIds } from '../../qrda3/decode/values.ts';
import {
  explainsPart,
  explainsRepetition,
  type NodeCheck,
  spanOf,
  spanOfId,
  spanOfSurplus,
  spanOfValue,
  withoutRepetition,
} from './refusal.ts';

/** What the converter asks of a PI measure that is answered with yes or no. */
export const piAttestationCheck: NodeCheck = {
  kinds: ['piAttestation'],
  codes: [
    {
      code: 11,
      id: 'pi-answer-count',
      title: 'A PI attestation without exactly one answer',
      documentation: `A PI measure with template 27.3.29 holds exactly one Measure Performed observation (template 27.3.27).`,
    },
    {
      code: 12,
      id: 'pi-attestation-id-count',
      title: 'A PI attestation without id, or with several',
      documentation: `A PI measure names itself by one id: reference/externalDocument/id/@extension, such as PI_PPHI_1.`,
    },
  ],
  *check(measure, { text }) {
    const performed = childNodes(measure, 'measurePerformed');
    if (performed.length !== 1) {
      const span = performed[1] === undefined ? spanOf(measure) : spanOfSurplus(performed[1]);
      const message = `The PI measure has ${performed.length} answers (Measure Performed); it needs exactly one.`;
      const fixes = () => withoutRepetition(performed, text);
      yield { code: 11, node: measure, span, message, fixes, ...explainsPart(measure) };
    }
    const ids = measureIds(measure.element);
    if (ids.length !== 1) {
      const message = `The PI measure has ${ids.length} ids in reference/externalDocument; it needs exactly one.`;
      const span = ids[1] === undefined ? spanOfId(measure) : spanOfValue(ids[1], measure);
      yield { code: 12, node: measure, span, message, ...explainsRepetition(ids) };
    }
  },
};
