import { descendants } from '../../qrda3/decode/nodes.ts';
import { measureIds } from '../../qrda3/decode/values.ts';
import { spanOfId } from '../converter/refusal.ts';
import type { Rule } from '../rule.ts';

/** An activity that does not say which it is. */
export const activityIdMissing: Rule = {
  id: 'activity-id-missing',
  layer: 'upload',
  severity: 'error',
  source: "QPP submission API (measureId is required); not asked by CMS's converter or the Schematrons",
  title: 'An improvement activity without id',
  documentation: `An improvement activity names itself by one id: reference/externalDocument/id/@extension, such as IA_EPA_1. CMS's converter writes a measurement without \`measureId\` where it is missing, and takes the first where there are several; the submission API refuses the one, and the other activities are lost.

\`\`\`xml
<reference typeCode="REFR">
  <externalDocument classCode="DOC" moodCode="EVN">
    <id root="2.16.840.1.113883.3.7034" extension="IA_EPA_1"/>
  </externalDocument>
</reference>
\`\`\``,
  *check({ document }) {
    if (document.format !== 'qrda3') return;
    for (const node of descendants(document.nodes.root)) {
      if (node.kind !== 'iaMeasure' || measureIds(node.element).length > 0) continue;
      yield {
        span: spanOfId(node),
        message:
          'The improvement activity has no id: reference/externalDocument needs an id with root 2.16.840.1.113883.3.7034 and the activity as extension.',
        explains: [
          {
            rules: ['guide-required-attribute', 'guide-required-element', 'guide-null-flavor'],
            within: spanOfId(node),
          },
        ],
      };
    }
  },
};
