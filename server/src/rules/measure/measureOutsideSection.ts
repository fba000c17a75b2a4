import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt } from '../../qrda3/decode/values.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import { type TemplateKind, templateFact } from '../../qrda3/templates.ts';
import { attributeValue, nameSpan, type XmlElement } from '../../xml/tree.ts';
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
  documentation: `CMS's converter knows a section by its CMS template: 27.2.3 (quality), 27.2.5 (Promoting Interoperability), 27.2.4 (improvement activities). Where another section has its template, it does not complain that this one lacks its own. It then writes the first measure (and the first reporting parameters act) of the section as if it were a whole measurement set, without category or program, and drops the others; or, where it knows none of the section's templates, drops them all.`,
  *check({ document, guides, performanceYear }) {
    if (document.format !== 'qrda3') return;
    const { root } = document.nodes;
    if (!root.children.some(({ kind }) => SECTION_KINDS.has(kind))) return;
    for (const section of unseenSections(root)) {
      yield {
        span: nameSpan(section),
        message:
          "CMS's converter does not see that this is a section, since its CMS template (27.2.3, 27.2.5 or 27.2.4) is missing; its measures are lost.",
        fixes: () => sectionTemplate(section, document.text, guideFor(performanceYear, guides)?.table),
        explains: [{ rules: ['base-template', 'guide-template-version'], within: nameSpan(section) }],
      };
    }
  },
};

/**
 * Sections whose measures the converter meets outside of any section it knows, and those it does not enter at all,
 * since it knows none of their templates.
 */
function unseenSections(root: TemplateNode): ReadonlySet<XmlElement> {
  const strays = root.children.filter(({ kind }) => LOST_KINDS.has(kind));
  const seen = new Set(root.children.map(({ element }) => element));
  const notEntered = elementsAt(root.element, ['component', 'structuredBody', 'component', 'section']).filter(
    (section) => !seen.has(section) && templateRoots(section).length > 0 && measureKinds(section).length > 0,
  );
  return new Set([...strays.map(({ element }) => enclosingSection(element)), ...notEntered]);
}

function enclosingSection(element: XmlElement): XmlElement {
  for (let at = element; ; at = at.parent) {
    if (at.local === 'section' || at.parent === null) return at;
  }
}

function templateRoots(element: XmlElement): string[] {
  return elementsAt(element, ['templateId']).flatMap((id) => attributeValue(id, 'root') ?? []);
}

function measureKinds(section: XmlElement): TemplateKind[] {
  return elementsAt(section, ['entry', 'organizer']).flatMap((organizer) =>
    templateRoots(organizer).flatMap((root) => templateFact(root)?.kind ?? []),
  );
}

const TEMPLATE_OF_KIND: Partial<Record<TemplateKind, string>> = {
  measure: '2.16.840.1.113883.10.20.27.2.3',
  piAttestation: '2.16.840.1.113883.10.20.27.2.5',
  piProportion: '2.16.840.1.113883.10.20.27.2.5',
  iaMeasure: '2.16.840.1.113883.10.20.27.2.4',
};

/** What stands in a section tells which it is. */
function sectionTemplate(section: XmlElement, text: string, table: GuideTable | undefined): ProposedFix[] {
  const [root, other] = new Set(measureKinds(section).flatMap((kind) => TEMPLATE_OF_KIND[kind] ?? []));
  return root === undefined || other !== undefined ? [] : addTemplateOfYear(section, root, table, text);
}
