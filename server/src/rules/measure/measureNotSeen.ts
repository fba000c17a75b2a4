import { descendants, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt, measureIds } from '../../qrda3/decode/values.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import {
  ACTIVITY,
  CMS_MEASURE,
  PI_ATTESTATION,
  PI_DENOMINATOR,
  PI_NUMERATOR,
  PI_PROPORTION,
} from '../../qrda3/skeleton/measure.ts';
import type { TemplateKind } from '../../qrda3/templates.ts';
import { attributeValue, nameSpan, type XmlElement } from '../../xml/tree.ts';
import { addTemplateOfYear } from '../fixing/templateEdits.ts';
import { guideFor } from '../guide/guideFor.ts';
import type { Problem, Rule } from '../rule.ts';

/** The template a measure of a section needs to be seen. */
const TEMPLATES: Partial<Record<TemplateKind, string>> = {
  qualitySection: '2.16.840.1.113883.10.20.27.3.17',
  piSection: '2.16.840.1.113883.10.20.27.3.28 (numerator and denominator) or 27.3.29 (yes or no)',
  iaSection: '2.16.840.1.113883.10.20.27.3.33',
};

/** A measure that CMS's converter does not see, beside others that it does. */
export const measureNotSeen: Rule = {
  id: 'measure-not-seen',
  layer: 'score',
  severity: 'warning',
  source:
    'CMS converter, tree of template nodes (observed: a measure without its CMS template is dropped without an error)',
  title: 'A measure without its CMS template is lost',
  documentation: `CMS's converter knows a measure by its CMS template: 27.3.17 (quality), 27.3.28 or 27.3.29 (Promoting Interoperability), 27.3.33 (improvement activity). A measure without it is dropped without an error, and nobody scores it. A quality or activity section in which no measure has its template is refused (errors 81 and 43).`,
  *check({ document, guides, performanceYear }) {
    const table = guideFor(performanceYear, guides)?.table;
    if (document.format !== 'qrda3') return;
    for (const section of document.nodes.root.children) {
      const template = TEMPLATES[section.kind];
      if (template !== undefined) yield* checkSection(section, template, document.text, table);
    }
  },
};

function* checkSection(
  section: TemplateNode,
  template: string,
  text: string,
  table: GuideTable | undefined,
): Iterable<Problem> {
  const seen = new Set<XmlElement>();
  for (const { element } of descendants(section)) seen.add(element);
  const organizers = elementsAt(section.element, ['entry', 'organizer']);
  const lost = organizers.filter((organizer) => !seen.has(organizer) && measureIds(organizer).length > 0);
  // Nothing but lost measures is the converter's error, except in a Promoting Interoperability section.
  if (lost.length === organizers.length && section.kind !== 'piSection') return;
  for (const organizer of lost) {
    const id = measureIds(organizer)[0]?.value;
    const message = `CMS's converter does not see the measure "${id}", since it lacks the template ${template}; it is lost.`;
    const root = templateMeant(section.kind, organizer);
    yield {
      span: nameSpan(organizer),
      message,
      explains: [{ rules: ['guide-template-version', 'base-template'], within: nameSpan(organizer) }],
      fixes: () => addTemplateOfYear(organizer, root, table, text),
    };
  }
}

/** Of the two templates of Promoting Interoperability, the one that the measure's content is of. */
function templateMeant(kind: TemplateKind, organizer: XmlElement): string {
  if (kind === 'qualitySection') return CMS_MEASURE;
  if (kind === 'iaSection') return ACTIVITY;
  const counts = elementsAt(organizer, ['component', 'observation', 'templateId']).some((id) =>
    [PI_NUMERATOR, PI_DENOMINATOR].includes(attributeValue(id, 'root') ?? ''),
  );
  return counts ? PI_PROPORTION : PI_ATTESTATION;
}
