import { guideRule } from './guideRule.ts';

/** A value has not the form the guide asks for. */
export const valueFormat = guideRule({
  id: 'guide-value-format',
  severity: 'error',
  title: 'A value has not the form the guide asks for',
  documentation: `An NPI has ten digits of which the last is a check digit, a TIN nine, a performance rate lies between 0 and 1 and has at most six decimals, a period begins and ends on a day.

Correct the value. An NPI that fails by its check digit has a mistyped digit.

\`\`\`xml
<id root="2.16.840.1.113883.4.6" extension="1234567890"/> <!-- CMS_0117: check digit -->
\`\`\``,
});
