import { guideRule } from './guideRule.ts';

/** What the program asks of the file is not met. */
export const program = guideRule({
  id: 'guide-program',
  severity: 'error',
  title: 'What the program asks of the file is not met',
  documentation: `The guide ties participants and sections to the CMS program name: MIPS_INDIV needs an NPI and a TIN, MIPS_GROUP a TIN and no NPI, an APM entity program the APM entity id, SSP_PI_* a Promoting Interoperability section and no quality section.

Either the program name or the participant's ids are wrong. Correct whichever does not say what is submitted.

\`\`\`xml
<id root="2.16.840.1.113883.3.249.7" extension="MIPS_GROUP"/>
…
<id root="2.16.840.1.113883.4.6" extension="1234567893"/> <!-- a group has no NPI -->
\`\`\``,
});
