import { descendants } from '../../../qrda3/decode/nodes.ts';
import { elementsAt } from '../../../qrda3/decode/values.ts';
import type { GuideTable } from '../../../qrda3/guide/table.ts';
import { findTemplate } from '../../../qrda3/guide/wording.ts';
import type { TemplateKind } from '../../../qrda3/templates.ts';
import type { Span } from '../../../text/span.ts';
import { attribute, nameSpan, valueSpan, type XmlElement } from '../../../xml/tree.ts';
import { addTemplateOfYear } from '../../fixing/templateEdits.ts';
import type { Rule } from '../../rule.ts';
import { guideFor } from '../guideFor.ts';

const BASE = '2.16.840.1.113883.10.20.';
const MEASURE_SECTION = `${BASE}24.2.2`;
/** CMS's samples of every year write it in every rate; no CONF of the Schematrons names it for quality measures. */
const BASE_RATE = `${BASE}27.3.30`;
const MEASURE_REFERENCE = `${BASE}24.3.98`;

/** The templates that the one CMS's converter knows a part by builds on; where another rule asks for one, it is left out. */
const BASES: Partial<Record<TemplateKind, readonly string[]>> = {
  piSection: [MEASURE_SECTION],
  iaSection: [MEASURE_SECTION],
  measure: [MEASURE_REFERENCE, `${BASE}27.3.1`],
  piProportion: [MEASURE_REFERENCE],
  piAttestation: [MEASURE_REFERENCE],
  iaMeasure: [MEASURE_REFERENCE],
  measureData: [`${BASE}27.3.5`],
  performanceRate: [`${BASE}27.3.14`, BASE_RATE],
  payerSupplemental: [`${BASE}27.3.9`],
};

/** A part without a template that its own template builds on. */
export const baseTemplate: Rule = {
  id: 'base-template',
  layer: 'guide',
  severity: 'warning',
  source:
    'QRDA III guide, "conforms to" and templateId statements of its templates (such as CONF 67-13003, 3259-17912, 4484-17908); its Schematron tests a template only where its templateId stands',
  title: 'A part without a template it builds on',
  documentation: `Most parts of a QRDA III file carry several templateIds: the CMS template, the HL7 template it builds on, and a base template of QRDA. A quality measure, for example, carries 27.3.17, 27.3.1 and 24.3.98; a population 27.3.16 and 27.3.5.

The official Schematron tests a template where its templateId stands, so that a part without it is not tested at all and passes by luck; CMS's converter looks at one of the templates only. Readers that look parts up by the missing template do not find them.`,
  *check({ document, guides, performanceYear }) {
    const table = guideFor(performanceYear, guides)?.table;
    if (document.format !== 'qrda3' || !table) return;
    for (const { kind, element } of descendants(document.nodes.root)) {
      const bases = BASES[kind];
      if (!bases) continue;
      const ids = elementsAt(element, ['templateId']);
      for (const root of bases) {
        if (ids.some((id) => attribute(id, 'root')?.value === root)) continue;
        const template = findTemplate(table, root);
        if (!template) continue;
        yield {
          span: mistyped(ids, table) ?? nameSpan(element),
          message: `<${element.name}> must have the templateId ${root} ("${template.name}", ${template.publisher}) too; it has none with this root.`,
          isUnpublished: true,
          ...(root === BASE_RATE && { severity: 'information' as const }),
          fixes: () => addTemplateOfYear(element, root, table, document.text),
        };
      }
    }
  },
};

/** The root of a templateId that no template of the year has: likely the one that is missing. */
function mistyped(ids: readonly XmlElement[], table: GuideTable): Span | undefined {
  for (const id of ids) {
    const root = attribute(id, 'root');
    if (root?.value.startsWith(BASE) && !findTemplate(table, root.value)) return valueSpan(root);
  }
  return undefined;
}
