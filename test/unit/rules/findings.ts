import { openDocument } from '../../../server/src/document/openDocument.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import type { CheckOptions } from '../../../server/src/rules/run.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../../server/src/rules/run.ts';
import { knowledge } from '../../fixtures/knowledge.ts';

/** What a test expects of a finding: its rule, its severity and the very text it underlines. */
export type Marked = readonly [rule: string, severity: string, underlined: string];

/** All findings about a text, in the order of their places. */
export function findingsIn(text: string, options: Partial<CheckOptions> = {}): Finding[] {
  const document = openDocument(text, knowledge.catalogs, {
    performanceYear: options.performanceYear ?? null,
  });
  return checkDocument(document, knowledge, { ...DEFAULT_CHECK_OPTIONS, ...options });
}

/** The findings of the rules under test, each with the text it underlines. */
export function marked(
  text: string,
  rules: readonly string[],
  options: Partial<CheckOptions> = {},
): Marked[] {
  const { lines } = openDocument(text, knowledge.catalogs, { performanceYear: null });
  return findingsIn(text, options)
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, severity, range }) => [
      rule,
      severity,
      text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)),
    ]);
}

/** The first finding of a rule. Fails when the rule says nothing. */
export function findingOf(rule: string, text: string): Finding {
  const finding = findingsIn(text).find((candidate) => candidate.rule === rule);
  if (!finding) throw new Error(`The rule ${rule} found nothing.`);
  return finding;
}

/** The text after the first fix of every finding of a rule has been applied. */
export function fixed(text: string, rule: string): string {
  const { lines } = openDocument(text, knowledge.catalogs, { performanceYear: null });
  const edits = findingsIn(text)
    .filter((finding) => finding.rule === rule)
    .flatMap(({ fixes }) => fixes?.[0]?.edits ?? [])
    .sort((a, b) => lines.offsetAt(b.range.start) - lines.offsetAt(a.range.start));
  return edits.reduce(
    (current, { range, newText }) =>
      current.slice(0, lines.offsetAt(range.start)) + newText + current.slice(lines.offsetAt(range.end)),
    text,
  );
}
