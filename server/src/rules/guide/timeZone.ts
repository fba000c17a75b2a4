import { guideRule } from './guideRule.ts';

/** Times disagree about the offset from UTC. */
export const timeZone = guideRule({
  id: 'guide-time-zone',
  severity: 'error',
  title: 'Times disagree about the offset from UTC',
  documentation: `CMS_0122: when the document's \`effectiveTime\` gives an offset from UTC, every other time that is more exact than a day gives one too; when it gives none, none does. The published check looks for \`+\` or \`-\` in the value, so a date written \`2025-01-11\` counts as one with an offset.

Write all times alike. The first time that disagrees has the finding, the others are named as related places.

\`\`\`xml
<effectiveTime value="20260111061231-0500"/>
<author><time value="20260111061231"/></author> <!-- no offset -->
\`\`\``,
});
