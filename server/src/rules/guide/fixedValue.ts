import { guideRule } from './guideRule.ts';

/** A value is not the one the guide fixes. */
export const fixedValue = guideRule({
  id: 'guide-fixed-value',
  severity: 'error',
  title: 'A value is not the one the guide fixes',
  documentation: `Many codes and roots of a QRDA III file are fixed: the document's code, the status \`completed\`, the kind of a relationship. The finding stands on the value.

The fix writes the value the guide asks for. When the value was meant, the part carries the wrong template.

\`\`\`xml
<languageCode code="fr"/> <!-- the CMS guide fixes en -->
\`\`\``,
});
