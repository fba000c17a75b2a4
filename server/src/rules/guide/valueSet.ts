import { guideRule } from './guideRule.ts';

/** A code is not in the value set of the guide. */
export const valueSet = guideRule({
  id: 'guide-value-set',
  severity: 'error',
  title: 'A code is not in the value set of the guide',
  documentation: `Some values must be one of a list, which changes from year to year: the CMS program names, the payer groupings A to D. The comparison is exact, so \`mips_group\` and \`MIPS_GROUP \` (with a blank) are not in the list.

Choose a code of the list. Program names that were retired (CPCPLUS after 2021, PCF after 2025) are not in later lists.

\`\`\`xml
<id root="2.16.840.1.113883.3.249.7" extension="MIPS_GRP"/> <!-- CMS_11 -->
\`\`\``,
});
