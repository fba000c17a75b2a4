import { descendants, type TemplateNode } from '../../../qrda3/decode/nodes.ts';
import { elementsAt } from '../../../qrda3/decode/values.ts';
import { attributeValue, nameSpan } from '../../../xml/tree.ts';
import { addTemplate } from '../../fixing/templateEdits.ts';
import type { Rule } from '../../rule.ts';

const MEASURE_REFERENCE = '2.16.840.1.113883.10.20.24.3.98';

/** A measure without the base template Measure Reference. */
export const measureReference: Rule = {
  id: 'measure-reference-template',
  layer: 'guide',
  severity: 'warning',
  source:
    'CONF 67-13003 (the section holds organizers with Measure Reference); asked by the Schematron of one measure per section only',
  title: 'A measure without the Measure Reference template',
  documentation: `Every quality measure organizer also carries the templateId of Measure Reference, 2.16.840.1.113883.10.20.24.3.98, which the measure templates build on. The official Schematron is content with one such organizer in a section, and CMS's converter does not look at it, but readers that look measures up by it will not find this one.`,
  *check({ document }) {
    if (document.format !== 'qrda3') return;
    for (const node of descendants(document.nodes.root)) {
      if (node.kind !== 'measure' || hasReference(node)) continue;
      const message = `The measure has no templateId ${MEASURE_REFERENCE} (Measure Reference).`;
      yield {
        span: nameSpan(node.element),
        message,
        isUnpublished: true,
        fixes: () => [addTemplate(node.element, MEASURE_REFERENCE, undefined, document.text)],
      };
    }
  },
};

function hasReference({ element }: TemplateNode): boolean {
  return elementsAt(element, ['templateId']).some((id) => attributeValue(id, 'root') === MEASURE_REFERENCE);
}
