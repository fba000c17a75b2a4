import { guideRule } from './guideRule.ts';

/** An element or attribute stands where the guide allows none. */
export const unexpectedElement = guideRule({
  id: 'guide-unexpected-element',
  severity: 'error',
  title: 'An element or attribute stands where the guide allows none',
  documentation: `A template forbids an element, or an attribute beside another: a \`templateId\` of an unversioned template has no extension.

Remove it.

\`\`\`xml
<templateId root="2.16.840.1.113883.10.20.27.3.3" extension="2016-09-01"/> <!-- 77-17565: no extension -->
\`\`\``,
});
