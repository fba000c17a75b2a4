import { guideRule } from './guideRule.ts';

/** A value and a nullFlavor exclude each other, but one is needed. */
export const nullFlavor = guideRule({
  id: 'guide-null-flavor',
  severity: 'error',
  title: 'A value and a nullFlavor exclude each other, but one is needed',
  documentation: `Wherever they stand, codes, ids, times, numbers and texts of a QRDA III file must have either a value or a \`nullFlavor\` that says why there is none (CMS_0105 to CMS_0121).

Give the value, or \`nullFlavor="NA"\` (not applicable) or another null flavour, but not both.

\`\`\`xml
<value xsi:type="REAL"/> <!-- CMS_0111 -->
\`\`\``,
});
