import { guideRule } from './guideRule.ts';

/** An element stands more often than the guide allows. */
export const repeatedElement = guideRule({
  id: 'guide-repeated-element',
  severity: 'error',
  title: 'An element stands more often than the guide allows',
  documentation: `A template allows an element once, or a fixed number of times, and there are more. The finding stands on the first one too many.

Remove the surplus element, or move it to the part it belongs to: two measures are two organizers, not one organizer with two references.

\`\`\`xml
<ClinicalDocument>
  <informationRecipient>…</informationRecipient>
  <informationRecipient>…</informationRecipient> <!-- CMS_7: exactly one -->
\`\`\``,
});
