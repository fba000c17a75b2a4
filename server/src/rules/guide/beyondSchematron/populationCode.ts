import { descendants, type TemplateNode } from '../../../qrda3/decode/nodes.ts';
import { elementsAt } from '../../../qrda3/decode/values.ts';
import { attribute, valueSpan, type XmlElement } from '../../../xml/tree.ts';
import { writeInstead } from '../../fixing/proposals.ts';
import type { Problem, Rule } from '../../rule.ts';

/** HL7 ActCode and ObservationValue: CMS's own samples use either for population codes. */
const CODE_SYSTEMS: ReadonlySet<string> = new Set(['2.16.840.1.113883.5.4', '2.16.840.1.113883.5.1063']);

/** The code of a population is written as the guide writes it. */
export const populationCode: Rule = {
  id: 'population-code',
  layer: 'guide',
  severity: 'warning',
  source:
    'QRDA III guide, Measure Data: value of PopulationInclusionObservationType (2.16.840.1.113883.1.11.20476); not asked by its Schematron',
  title: 'A population code in another spelling or code system',
  documentation: `The code of a population comes from the value set PopulationInclusionObservationType, in which the initial population is \`IPOP\`. Files of earlier years write \`IPP\`; CMS's converter takes both. The code system is HL7 ActCode (2.16.840.1.113883.5.4), in older files ObservationValue (2.16.840.1.113883.5.1063). Neither the official Schematron nor the converter looks at it; other readers may.`,
  *check({ document }) {
    if (document.format !== 'qrda3') return;
    for (const node of descendants(document.nodes.root)) {
      if (node.kind === 'measureData') yield* checkValues(node);
    }
  },
};

function* checkValues({ element }: TemplateNode): Iterable<Problem> {
  for (const value of elementsAt(element, ['value'])) {
    yield* checkSpelling(value);
    const system = attribute(value, 'codeSystem');
    if (system === undefined || CODE_SYSTEMS.has(system.value)) continue;
    const message = `Population codes come from the code system 2.16.840.1.113883.5.4, not from "${system.value}".`;
    const fixes = [writeInstead(valueSpan(system), '2.16.840.1.113883.5.4')];
    yield { span: valueSpan(system), message, isUnpublished: true, fixes };
  }
}

/** With the older code system IPP is that file's consistent spelling. */
function* checkSpelling(value: XmlElement): Iterable<Problem> {
  const code = attribute(value, 'code');
  if (code?.value !== 'IPP' || attribute(value, 'codeSystem')?.value === '2.16.840.1.113883.5.1063') return;
  const span = valueSpan(code);
  yield {
    span,
    severity: 'information',
    isUnpublished: true,
    message: 'The guide writes the initial population as IPOP; CMS\'s converter takes "IPP" too.',
    fixes: [{ title: 'Write IPOP', edits: [{ span, newText: 'IPOP' }] }],
  };
}
