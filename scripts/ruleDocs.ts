import { allRules } from '../server/src/rules/all.ts';
import { ruleIndex, rulePage } from '../server/src/rules/rulePage.ts';

/** Every page of docs/rules by its file name. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = allRules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const);
  return new Map([['README.md', ruleIndex()], ...pages]);
}
