import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { measureIds } from '../../qrda3/decode/values.ts';
import {
  explainsPart,
  explainsRepetition,
  type NodeCheck,
  type Refusal,
  spanOf,
  spanOfId,
  spanOfSurplus,
  spanOfValue,
  withoutRepetition,
} from './refusal.ts';

/** What the converter asks of a PI measure with numerator and denominator. */
export const piProportionCheck: NodeCheck = {
  kinds: ['piProportion'],
  codes: [
    {
      code: 15,
      id: 'pi-measure-misplaced',
      title: 'A PI measure outside the Promoting Interoperability section',
      documentation: `A PI measure with numerator and denominator (template 27.3.28) stands in the Promoting Interoperability section (template 27.2.5).`,
    },
    {
      code: 16,
      id: 'pi-measure-id-count',
      title: 'A PI measure without id, or with several',
      documentation: `A PI measure names itself by one id: reference/externalDocument/id/@extension, such as PI_EP_1.

\`\`\`xml
<reference typeCode="REFR">
  <externalDocument classCode="DOC" moodCode="EVN">
    <id root="2.16.840.1.113883.3.7031" extension="PI_EP_1"/>
  </externalDocument>
</reference>
\`\`\``,
    },
    {
      code: 17,
      id: 'pi-measure-empty',
      title: 'A PI measure with neither numerator nor denominator',
      documentation: `A PI measure with template 27.3.28 holds a numerator (27.3.31) and a denominator (27.3.32).`,
    },
    {
      code: 18,
      id: 'pi-measure-parts',
      title: 'A PI measure without exactly one numerator and one denominator',
      documentation: `A PI measure with template 27.3.28 holds exactly one numerator (27.3.31) and exactly one denominator (27.3.32).`,
    },
  ],
  *check(measure, { text }) {
    const ids = measureIds(measure.element);
    const misplaced = measure.parent?.kind !== 'piSection';
    if (misplaced) {
      const message =
        'A PI measure with numerator and denominator stands in the Promoting Interoperability section (template 2.16.840.1.113883.10.20.27.2.5) only.';
      yield {
        code: 15,
        node: measure,
        span: spanOfSurplus(measure),
        message,
        isEcho: isInUnseenSection(measure),
      };
    }
    // Repeated ids are found even after an error; everything else only before the first.
    if (ids.length > 1 || (ids.length === 0 && !misplaced)) {
      const message =
        ids.length === 0
          ? 'The PI measure has no id in reference/externalDocument.'
          : `The PI measure has ${ids.length} ids; it needs exactly one.`;
      const span = ids[1] === undefined ? spanOfId(measure) : spanOfValue(ids[1], measure);
      yield { code: 16, node: measure, span, message, ...explainsRepetition(ids) };
    } else if (!misplaced) {
      yield* checkParts(measure, ids[0]?.value ?? '', text);
    }
  },
};

/** The section lacks its template, and that is told of the section itself. */
function isInUnseenSection({ element, parent }: TemplateNode): boolean {
  for (let at = element.parent; at !== null; at = at.parent) {
    if (at.local === 'section') return at !== parent?.element;
  }
  return false;
}

function* checkParts(measure: TemplateNode, id: string, text: string): Iterable<Refusal> {
  if (measure.children.length === 0) {
    const message = `${id} has neither numerator nor denominator.`;
    yield { code: 17, node: measure, span: spanOfValue(measureIds(measure.element)[0], measure), message };
    return;
  }
  for (const [kind, name] of [
    ['piDenominator', 'denominator'],
    ['piNumerator', 'numerator'],
  ] as const) {
    const parts = childNodes(measure, kind);
    if (parts.length === 1) continue;
    const span = parts[1] === undefined ? spanOf(measure) : spanOfSurplus(parts[1]);
    const message = `${id} has ${parts.length === 0 ? 'no' : parts.length} ${name}${parts.length > 1 ? 's' : ''}; it needs exactly one.`;
    const fixes = () => withoutRepetition(parts, text);
    yield { code: 18, node: measure, span, message, fixes, ...explainsPart(measure) };
    return;
  }
}
