import type { Guide, GuideTables } from '../../qrda3/guide/tables.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { diagnose } from './diagnosis.ts';
import { guideFor } from './guideYear.ts';

/** What the guide's rules look at. */
export type GuideContext = Pick<RuleContext, 'document' | 'performanceYear'> & {
  readonly guides: GuideTables;
};

export type GuideRule = Rule<GuideContext>;

const SOURCE = "CMS QRDA Category III implementation guide, as the year's published Schematron checks it";

/** A rule that reports one kind of what `diagnose` finds. */
export function guideRule(rule: Pick<GuideRule, 'id' | 'severity' | 'title' | 'documentation'>): GuideRule {
  return {
    ...rule,
    layer: 'guide',
    source: SOURCE,
    check({ document, performanceYear, guides }) {
      const guide = guideFor(performanceYear, guides);
      if (document.format !== 'qrda3' || !guide) return [];
      return diagnosed(guide, document.xml).get(rule.id) ?? [];
    },
  };
}

/** A document is diagnosed once for all rules; the answer lives as long as the document. */
const diagnoses = new WeakMap<XmlDocument, { readonly guide: Guide; readonly problems: Diagnosed }>();

type Diagnosed = ReadonlyMap<string, readonly Problem[]>;

function diagnosed(guide: Guide, document: XmlDocument): Diagnosed {
  const known = diagnoses.get(document);
  if (known?.guide === guide) return known.problems;
  const problems = diagnose(guide, document);
  diagnoses.set(document, { guide, problems });
  return problems;
}
