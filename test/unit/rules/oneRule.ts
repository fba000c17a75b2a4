import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { ruleYear } from '../../../server/src/document/performanceYear.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from '../../../server/src/rules/rule.ts';
import { knowledge } from '../../fixtures/knowledge.ts';

/** What one rule says of a text, in its own order. */
export function problemsOf(rule: Rule, text: string, performanceYear: number | null = null): Problem[] {
  const context = contextOf(text, performanceYear);
  const { from = 0, to = Number.POSITIVE_INFINITY } = rule.years ?? {};
  if (context.performanceYear < from || context.performanceYear > to) return [];
  return [...rule.check(context)];
}

/** What a rule says of a text: severity and the very text it underlines. */
export function found(rule: Rule, text: string, performanceYear: number | null = null): string[] {
  return problemsOf(rule, text, performanceYear).map(
    ({ severity, span }) => `${severity ?? rule.severity}: ${text.slice(span.start, span.end)}`,
  );
}

/** The context in which the rules look at a text. */
export function contextOf(text: string, performanceYear: number | null = null): RuleContext {
  const document = openDocument(text, knowledge.catalogs, { performanceYear });
  assert(document.format !== null);
  const year = ruleYear(document.performanceYear, performanceYear, knowledge.catalogs);
  const catalog = knowledge.catalogs.year(year);
  assert(catalog);
  return {
    ...knowledge,
    document,
    before: null,
    foundBefore: null,
    submission: document.submission,
    performanceYear: year,
    isYearAssumed: false,
    catalog,
    policy: knowledge.policies(year),
  };
}

/** The text with one stretch replaced; fails when it is not there, so that a test cannot pass by accident. */
export function replaced(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `nothing to replace: ${from}`);
  return changed;
}

/** The fixes a problem offers. */
export function fixesOf(problem: Problem | undefined): readonly ProposedFix[] {
  const fixes = problem?.fixes ?? [];
  return typeof fixes === 'function' ? fixes() : fixes;
}
