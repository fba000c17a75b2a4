import { guideRule } from './guideRule.ts';

/** An attribute the guide asks for is missing. */
export const requiredAttribute = guideRule({
  id: 'guide-required-attribute',
  severity: 'error',
  title: 'An attribute the guide asks for is missing',
  documentation: `An element is there but lacks an attribute its template asks for. The finding stands on the element's name.

Add the attribute; the message gives the value where the guide fixes it.

\`\`\`xml
<id root="2.16.840.1.113883.3.2074.1"/> <!-- CMS_91: the CMS EHR certification id goes into extension -->
\`\`\``,
});
