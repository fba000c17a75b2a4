import { guideRules } from '../../../../server/src/rules/guide/index.ts';
import type { Problem } from '../../../../server/src/rules/rule.ts';
import { schemaRules } from '../../../../server/src/rules/schema/index.ts';
import type { Qrda3Parts } from '../../../fixtures/qrda3/document.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { contextOf } from '../oneRule.ts';

/** A file of the year that the guide has nothing against. */
export function cleanFile(year = 2025, parts: Partial<Qrda3Parts> = {}): string {
  return qrda3({
    year,
    quality: [{ ecqm: 'CMS165' }],
    pi: [['PI_EP_1', [40, 50]]],
    activities: ['IA_AHE_1'],
    ...parts,
  });
}

/** A problem of the layers guide or schema, with its rule and the text it underlines. */
export interface Found extends Problem {
  readonly rule: string;
  readonly underlined: string;
}

/** What the layers guide and schema show of a file, before other layers are asked. */
export function problems(text: string, year = 2025): Found[] {
  const context = contextOf(text, year);
  return [...guideRules, ...schemaRules]
    .flatMap((rule) => [...rule.check(context)].map((problem) => ({ ...problem, rule: rule.id })))
    .filter(({ isEcho }) => !isEcho)
    .map((problem) => ({ ...problem, underlined: text.slice(problem.span.start, problem.span.end) }));
}

/** The first problem of a rule. Fails when the rule says nothing. */
export function problemOf(rule: string, text: string, year = 2025): Found {
  const problem = problems(text, year).find((candidate) => candidate.rule === rule);
  if (!problem) throw new Error(`The rule ${rule} found nothing.`);
  return problem;
}

/** The same, as the rule and the text it underlines. */
export function found(text: string, year = 2025): [rule: string, underlined: string][] {
  return problems(text, year).map(({ rule, underlined }) => [rule, underlined]);
}

/** What raw mode says of the guide: the published assertions. */
export function rawAssertions(text: string, year = 2025): string[] {
  const context = contextOf(text, year);
  return guideRules
    .flatMap((rule) => [...rule.check(context)])
    .filter(({ isUnpublished }) => !isUnpublished)
    .map(({ data }) => `${data?.assertId} ${data?.xpath}`);
}
