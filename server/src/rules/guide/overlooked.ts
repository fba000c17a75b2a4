import { guideRule } from './guideRule.ts';

/** The guide asks for it, but the published checker lets it pass by mistake. */
export const overlooked = guideRule({
  id: 'guide-overlooked',
  severity: 'warning',
  title: 'The guide asks for it, but the published checker lets it pass by mistake',
  documentation: `Some assertions of the published Schematrons never run, or look for another year's version. A file that breaks them passes certification by luck. The message says what the guide asks for and why the checker is silent.

- From 2023 on the check for the CMS quality section (CMS_64) waits for the section version of 2017.
- In every year a quality section without its HL7 or base templateId is checked by nothing.
- In 2026 the check for the CMS sex template (CMS_144) is bound to a version that does not exist.
- In 2026 the check that SSP_PI_* files have no quality section (CMS_142) counts sections of 2025.

Follow the guide: other receivers, and a later edition of the checker, will see it.

\`\`\`xml
<section>
  <templateId root="2.16.840.1.113883.10.20.24.2.2"/>
  <templateId root="2.16.840.1.113883.10.20.27.2.1" extension="2020-12-01"/>
  <!-- no 27.2.3: CMS_64 is silent -->
\`\`\``,
});
