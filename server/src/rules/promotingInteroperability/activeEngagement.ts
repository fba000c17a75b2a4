import { piMeasure } from '../../catalog/piMeasure.ts';
import type { Span } from '../../text/span.ts';
import { addAnswer } from '../fixing/measurementEdits.ts';
import { choice } from '../fixing/proposals.ts';
import type { ProposedFix, Rule, RuleContext } from '../rule.ts';
import { piReports } from './reports.ts';

/** A registry that is reported needs its level of active engagement. */
export const activeEngagement: Rule = {
  id: 'pi-active-engagement',
  layer: 'score',
  severity: 'warning',
  years: { from: 2023 },
  source:
    'PY2023 data submission guide; CMS measures data: preprod; schemas/<year>/scoring.json pi.activeEngagementRequired',
  title: 'A public health measure without its level of active engagement',
  documentation: `From 2023 a public health measure answered yes (\`PI_PHCDRR_1\`) goes with the level of active engagement: \`PI_PHCDRR_1_PRE\` (pre-production and validation) or \`PI_PHCDRR_1_PROD\` (validated data production). Without it the measure does not count; a required one then makes the category score zero.`,
  *check(context) {
    for (const reports of piReports(context)) {
      for (const { measureId } of reports.set.measurements) {
        const levels =
          measureId === null ? [] : (piMeasure(measureId.value, context.catalog)?.activeEngagement ?? []);
        if (measureId === null || levels.length === 0 || isLevel(measureId.value)) continue;
        if (!reports.isReported(measureId.value) || levels.some(reports.isReported)) continue;
        // An answer that cannot be read is told there.
        if (levels.some(reports.isFaulty)) continue;
        const message = `${measureId.value} needs its level of active engagement: ${levels.join(' or ')} answered with yes.`;
        yield { span: measureId.span, message, fixes: () => levelFixes(levels, measureId.span, context) };
      }
    }
  },
};

/** In some years' data the levels name each other. */
function isLevel(measureId: string): boolean {
  return /_(?:PRE|PROD)$/.test(measureId);
}

/** Which level it is, only the practice knows. */
function levelFixes(levels: readonly string[], place: Span, context: RuleContext): ProposedFix[] {
  return levels.flatMap((level) => {
    const edit = addAnswer(context, place, level);
    return edit ? [choice(`Add ${level}, answered with yes`, [edit])] : [];
  });
}
