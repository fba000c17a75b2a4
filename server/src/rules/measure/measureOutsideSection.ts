import type { TemplateKind } from '../../qrda3/templates.ts';
import { nameSpan } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

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
  *check({ document }) {
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
      };
    }
  },
};

function enclosingSection(element: Parameters<typeof nameSpan>[0]): Parameters<typeof nameSpan>[0] {
  for (let at = element; ; at = at.parent) {
    if (at.local === 'section' || at.parent === null) return at;
  }
}
