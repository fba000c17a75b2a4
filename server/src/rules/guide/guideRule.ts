import type { Rule } from '../rule.ts';
import { guideProblems } from './diagnosed.ts';
import type { GuideContext } from './guideFor.ts';

/** A rule of the layer `guide`: it needs no submission. */
export type GuideRule = Rule<GuideContext>;

const SOURCE = "CMS QRDA Category III implementation guide, as the year's published Schematron checks it";

/** A rule that reports one kind of what `diagnose` finds. */
export function guideRule(rule: Pick<GuideRule, 'id' | 'severity' | 'title' | 'documentation'>): GuideRule {
  return {
    ...rule,
    layer: 'guide',
    source: SOURCE,
    check: (context) => guideProblems(context).get(rule.id) ?? [],
  };
}
