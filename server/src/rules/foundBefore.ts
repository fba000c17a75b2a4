import type { QppDocument } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import type { RuleResult } from './oneFault.ts';
import type { RuleContext } from './rule.ts';
import type { CheckOptions } from './run.ts';

/** What the check of a document found, and by which rules. */
interface Found {
  readonly performanceYear: number;
  readonly options: CheckOptions;
  readonly places: readonly Span[];
}

const found = new WeakMap<QppDocument, Found>();

/** Keeps the places that a check found something at, for the check of the next version of the file. */
export function noteFound(
  { document, performanceYear }: RuleContext,
  options: CheckOptions,
  results: readonly RuleResult[],
): void {
  // A rule that threw has not looked at everything.
  if (results.some(({ problem }) => problem.data?.internal === true)) return;
  const places = results.flatMap(({ problem: { span, related = [] } }) => [
    span,
    ...related.map((place) => place.span),
  ]);
  found.set(document, { performanceYear, options, places });
}

/** The places of an earlier check; `null` where there was none by the same rules. */
export function foundIn(
  document: QppDocument,
  performanceYear: number,
  { profile, severities }: CheckOptions,
): readonly Span[] | null {
  const known = found.get(document);
  const isSame =
    known?.performanceYear === performanceYear &&
    known.options.profile === profile &&
    known.options.severities === severities;
  return isSame ? known.places : null;
}
