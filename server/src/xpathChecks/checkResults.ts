import type { Qrda3Document } from '../document/document.ts';
import type { Severity } from '../rules/finding.ts';
import type { Range } from '../text/lineIndex.ts';
import type { XpathAnswer, XpathQuery } from '../xpath/query.ts';
import type { XpathCheck } from './xpathCheck.ts';

/** A place at which a team's check does not hold, or why the check could not be asked. */
export interface CheckResult {
  /** The check's id. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

/** Characters of a file that is still checked: its DOM takes some fifty times the memory of the text. */
export const LARGEST_CHECKED = 10_000_000;

/** The checks that hold for a year. */
export function checksOfYear(checks: readonly XpathCheck[], performanceYear: number): readonly XpathCheck[] {
  return checks.filter(({ years }) => years === null || years.includes(performanceYear));
}

/** What to ask of the file, one query for each check. */
export function queriesOf(checks: readonly XpathCheck[]): XpathQuery[] {
  return checks.map(({ context, test }) => ({ context, test }));
}

/** What the answers to {@link queriesOf} say, in the order of the checks. */
export function checkResults(
  document: Qrda3Document,
  checks: readonly XpathCheck[],
  answers: readonly XpathAnswer[],
): CheckResult[] {
  return checks.flatMap((check, at) => {
    const answer = answers[at];
    return answer ? resultsOf(document, check, answer) : [];
  });
}

/** One result in place of all, for a file that is too large. */
export function tooLarge(document: Qrda3Document): CheckResult {
  const size = Math.round(document.text.length / 1_000_000);
  const message = `The team's XPath checks are not run on this file: it has ${size} million characters, ${LARGEST_CHECKED / 1_000_000} million are the limit.`;
  return { check: 'xpath-checks', severity: 'information', message, range: rootRange(document) };
}

function resultsOf(
  document: Qrda3Document,
  { id, severity, message }: XpathCheck,
  answer: XpathAnswer,
): CheckResult[] {
  if (answer.kind === 'fault') {
    const fault = `The team's XPath check "${id}" cannot be evaluated: ${answer.reason}.`;
    return [{ check: id, severity: 'warning', message: fault, range: rootRange(document) }];
  }
  const results = answer.places.map<CheckResult>((place) => {
    const range = place.start === place.end ? rootRange(document) : document.lines.rangeOf(place);
    return { check: id, severity, message, range };
  });
  const more = answer.count - answer.places.length;
  if (more === 0) return results;
  const told = `The team's XPath check "${id}" fails at ${more} more places.`;
  return [...results, { check: id, severity: 'information', message: told, range: rootRange(document) }];
}

function rootRange({ xml, lines }: Qrda3Document): Range {
  const { root } = xml;
  return lines.rangeOf(root ? { start: root.start + 1, end: root.nameEnd } : { start: 0, end: 0 });
}
