import { guideRule } from './guideRule.ts';

/** An element the guide asks for is missing. */
export const requiredElement = guideRule({
  id: 'guide-required-element',
  severity: 'error',
  title: 'An element the guide asks for is missing',
  documentation: `A template asks for a child element, often one of a certain kind: an \`id\` with the TIN's root, an \`entryRelationship\` with the observation of a supplemental data element. The finding stands on the start tag of the element that lacks it and says what to add.

Add the element. Where the message names a template, the new part also needs that template's \`templateId\`, root and extension.

\`\`\`xml
<serviceEvent classCode="PCPR">
  <!-- no performer: 4484-18173 -->
</serviceEvent>
\`\`\``,
});
