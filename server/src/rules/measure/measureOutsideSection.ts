import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import type { TemplateKind } from '../../qrda3/templates.ts';
import { nameSpan, type XmlElement } from '../../xml/tree.ts';
import { addTemplateOfYear } from '../fixing/templateEdits.ts';
import { guideFor } from '../guide/guideFor.ts';
import type { ProposedFix, Rule } from '../rule.ts';

const LOST_KINDS: ReadonlySet<TemplateKind> = new Set([
  'measure',
  'piAttestation',
  'iaMeasure',
  'reportingParameters',
]);
const SECTION_KINDS: ReadonlySet<TemplateKind> = new Set(['qualitySection', 'piSection', 'iaSection']);

/** Measures that CMS's converter does not see in any section. */
export const measureOutsideSection: Rule = {
  id: 'measure-outside-section',
  layer: 'upload',
  severity: 'error',
  source:
    'CMS converter, tree of template nodes and encoding of the document (observed: a measure without section becomes a set of its own)',
  title: 'Measures in a section without its CMS template',
  documentation: `CMS's converter knows a section by its CMS template: 27.2.3 (quality), 27.2.5 (Promoting Interoperability), 27.2.4 (improvement activities). Where another section has its template, it does not complain that this one lacks its own. It then writes the first measure (and the first reporting parameters act) of the section as if it were a whole measurement set, without category or program, and drops the others.`,
  *check({ document, guides, performanceYear }) {
    if (document.format !== 'qrda3') return;
    const { children } = document.nodes.root;
    if (!children.some(({ kind }) => SECTION_KINDS.has(kind))) return;
    const strays = children.filter(({ kind }) => LOST_KINDS.has(kind));
    const sections = new Set(strays.map(({ element }) => enclosingSection(element)));
    for (const section of sections) {
      yield {
        span: nameSpan(section),
        message:
          "CMS's converter does not see that this is a section, since its CMS template (27.2.3, 27.2.5 or 27.2.4) is missing; its measures are lost.",
        fixes: () =>
          sectionTemplates(section, strays, document.text, guideFor(performanceYear, guides)?.table),
      };
    }
  },
};

function enclosingSection(element: Parameters<typeof nameSpan>[0]): Parameters<typeof nameSpan>[0] {
  for (let at = element; ; at = at.parent) {
    if (at.local === 'section' || at.parent === null) return at;
  }
}

const TEMPLATE_OF_KIND: Partial<Record<TemplateKind, string>> = {
  measure: '2.16.840.1.113883.10.20.27.2.3',
  piAttestation: '2.16.840.1.113883.10.20.27.2.5',
  iaMeasure: '2.16.840.1.113883.10.20.27.2.4',
};

/** What stands in a section tells which it is. */
function sectionTemplates(
  section: XmlElement,
  strays: readonly TemplateNode[],
  text: string,
  table: GuideTable | undefined,
): ProposedFix[] {
  const roots = new Set(
    strays
      .filter(({ element }) => enclosingSection(element) === section)
      .flatMap(({ kind }) => TEMPLATE_OF_KIND[kind] ?? []),
  );
  const [root] = roots;
  return root === undefined || roots.size > 1 ? [] : addTemplateOfYear(section, root, table, text);
}
