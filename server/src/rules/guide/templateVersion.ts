import { guideRule } from './guideRule.ts';

/** A templateId is missing or has the extension of another year. */
export const templateVersion = guideRule({
  id: 'guide-template-version',
  severity: 'error',
  title: 'A templateId is missing or has the extension of another year',
  documentation: `A part of the file says with \`templateId\` which template it follows, and the extension is the template's version. The published checker binds its checks to the version, so with a stale one they do not run at all: the file looks cleaner than it is. QPP Lens runs them nevertheless, as if the version were right.

From 2025 on CMS's converter accepts only the document version 2024-12-01 of the CMS report template; CMS's own published 2025 samples still carry 2024-07-01.

The fix writes the year's extension. A file of last year needs the new versions of all its templates, and new measure GUIDs.

\`\`\`xml
<templateId root="2.16.840.1.113883.10.20.27.1.2" extension="2022-12-01"/> <!-- in a file for 2025: CMS_1 -->
\`\`\``,
});
