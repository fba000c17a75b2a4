import { descendants, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt } from '../../qrda3/decode/values.ts';
import type { TemplateKind } from '../../qrda3/templates.ts';
import { attribute, valueSpan } from '../../xml/tree.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';

interface CodeList {
  readonly name: string;
  /** Where the code stands, from the observation. */
  readonly path: readonly string[];
  readonly codes: readonly string[];
}

const RACE: CodeList = {
  name: 'race (value set 2.16.840.1.114222.4.11.836)',
  path: ['value'],
  codes: ['1002-5', '2028-9', '2054-5', '2076-8', '2106-3', '2131-1'],
};
const ETHNICITY: CodeList = {
  name: 'ethnicity (value set 2.16.840.1.114222.4.11.837)',
  path: ['value'],
  codes: ['2135-2', '2186-5'],
};
const SEX: CodeList = { name: 'sex (value set 2.16.840.1.113762.1.4.1)', path: ['value'], codes: ['F', 'M'] };
/** From 2026 sex is a SNOMED CT code in the translation: female, male. */
const SEX_2026: CodeList = {
  name: 'sex (SNOMED CT, female or male)',
  path: ['value', 'translation'],
  codes: ['248152002', '248153007'],
};

/** A code of supplemental data that is not in its value set. */
export const supplementalCode: Rule = {
  id: 'supplemental-code',
  layer: 'upload',
  severity: 'warning',
  source:
    'QRDA III guide, supplemental data elements (value sets); not asked by its Schematron, CMS converter or submission API',
  title: 'An unknown race, ethnicity or sex code',
  documentation: `Supplemental data break a population down by sex, race, ethnicity and payer, with codes of the guide's value sets. The official Schematron looks at the payer codes only, and CMS's converter drops supplemental data altogether, so a wrong code passes the upload; the count it stands for is lost to whoever reads the file.`,
  *check(context) {
    if (context.document.format !== 'qrda3') return;
    for (const node of descendants(context.document.nodes.root)) {
      const list = codeList(node.kind, context);
      if (list !== undefined) yield* checkCode(node, list);
    }
  },
};

function codeList(kind: TemplateKind, { performanceYear }: RuleContext): CodeList | undefined {
  switch (kind) {
    case 'raceSupplemental':
      return RACE;
    case 'ethnicitySupplemental':
      return ETHNICITY;
    case 'sexSupplemental':
      return performanceYear >= 2026 ? SEX_2026 : SEX;
    default:
      return undefined;
  }
}

function* checkCode(node: TemplateNode, { name, path, codes }: CodeList): Iterable<Problem> {
  for (const element of elementsAt(node.element, path)) {
    const code = attribute(element, 'code');
    if (code === undefined || codes.includes(code.value)) continue;
    yield {
      span: valueSpan(code),
      message: `"${code.value}" is no code of ${name}; it has ${codes.join(', ')}.`,
    };
  }
}
