import type { QppDocument } from '../document/document.ts';
import { openDocument } from '../document/openDocument.ts';
import { ruleYear } from '../document/performanceYear.ts';
import type { Knowledge } from '../knowledge.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { submissionRules, syntaxRules } from './all.ts';
import { withoutEchoesOfDamage } from './damage.ts';
import type { Finding, Fix, Profile } from './finding.ts';
import { createFixOffer, type FixOffer } from './fixing/offeredFixes.ts';
import { foundIn, noteFound } from './foundBefore.ts';
import type { RuleResult } from './oneFault.ts';
import { oneFindingPerFault } from './oneFault.ts';
import type { Problem, ProposedFix, Rule, RuleContext } from './rule.ts';
import type { SeveritySetting } from './severity.ts';
import { severityFor } from './severity.ts';

export interface CheckOptions {
  readonly profile: Profile;
  /** Every single result, nothing hidden as an echo: for comparing with the official checkers. */
  readonly raw: boolean;
  /** Judge by this year's rules, whatever the file says. */
  readonly performanceYear: number | null;
  /** A user's severities by rule id. */
  readonly severities: Readonly<Record<string, SeveritySetting>>;
  /** Fixes as the rules propose them, for who tries them himself. */
  readonly leavesFixesUntried?: true;
}

/** What an upload would say of the file, by the file's own year. */
export const DEFAULT_CHECK_OPTIONS: CheckOptions = {
  profile: 'upload',
  raw: false,
  performanceYear: null,
  severities: {},
};

/**
 * All findings about a document, in the order of their places.
 * @param before the version of the file that was checked before it, which makes this check cheaper
 */
export function checkDocument(
  document: QppDocument,
  knowledge: Knowledge,
  options: CheckOptions,
  before: QppDocument | null = null,
): Finding[] {
  const context = document.format === null ? null : ruleContext(document, before, knowledge, options);
  const results = [
    ...runRules(syntaxRules, { document }, options),
    ...(context ? runRules(submissionRules, context, options) : []),
  ];
  if (context) noteFound(context, options, results);
  const shown = options.raw
    ? rawResults(results, document)
    : oneFindingPerFault(
        withoutEchoesOfDamage(
          results.filter(({ problem }) => !problem.isEcho),
          document,
        ),
      );
  const check = (text: string) =>
    checkDocument(
      openDocument(text, knowledge.catalogs, { ...options, before: document }),
      knowledge,
      options,
      document,
    );
  const areTried = !options.raw && !options.leavesFixesUntried;
  const offer = createFixOffer(document.text, () => findings, areTried ? check : null);
  const findings: Finding[] = shown.map((result) => toFinding(result, document.lines, offer));
  return findings.sort(byPlace);
}

/** What the official checkers say, each error as often as they give it. */
function rawResults(results: readonly RuleResult[], { format }: QppDocument): RuleResult[] {
  return results
    .filter(({ problem }) => !problem.isUnpublished)
    .map(({ rule, problem, severity }) => {
      if (format !== 'qrda3' || rule.isConverterCheck) return { rule, problem, severity };
      const { converterCode, ...rest } = problem;
      return { rule, problem: rest, severity };
    });
}

function ruleContext(
  document: Exclude<QppDocument, { format: null }>,
  before: QppDocument | null,
  { catalogs, guides, cdaSchema, policies }: Knowledge,
  options: CheckOptions,
): RuleContext | null {
  const performanceYear = ruleYear(document.performanceYear, options.performanceYear, catalogs);
  const catalog = catalogs.year(performanceYear);
  return catalog
    ? {
        document,
        before,
        foundBefore: before && foundIn(before, performanceYear, options),
        submission: document.submission,
        performanceYear,
        isYearAssumed: document.performanceYear === null && options.performanceYear === null,
        catalog,
        catalogs,
        guides,
        cdaSchema,
        policy: policies(performanceYear),
      }
    : null;
}

function* runRules<Context extends Partial<RuleContext>>(
  rules: readonly Rule<Context>[],
  context: Context,
  options: CheckOptions,
): Iterable<RuleResult> {
  for (const rule of rules) {
    const setting = options.severities[rule.id];
    if (setting === 'off' || !appliesTo(rule, context)) continue;
    for (const problem of problemsOf(rule, context)) {
      const severity = severityFor(rule.layer, problem.severity ?? rule.severity, options.profile, setting);
      if (severity !== 'off') yield { rule, problem, severity };
    }
  }
}

function appliesTo(
  rule: Pick<Rule, 'years' | 'needsYear'>,
  { performanceYear, isYearAssumed }: Partial<RuleContext>,
): boolean {
  if (rule.needsYear && isYearAssumed) return false;
  if (!rule.years || performanceYear === undefined) return true;
  const { from = performanceYear, to = performanceYear } = rule.years;
  return performanceYear >= from && performanceYear <= to;
}

/** A rule that throws is a fault of ours: it becomes one finding with the rule's name, and the other rules go on. */
function problemsOf<Context>(rule: Rule<Context>, context: Context): Problem[] {
  try {
    return [...rule.check(context)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        span: { start: 0, end: 0 },
        severity: 'information',
        message: `QPP Lens could not run its rule "${rule.id}" on this file (${reason}). This is a fault in QPP Lens; the other rules ran.`,
        data: { internal: true },
      },
    ];
  }
}

function toFinding({ rule, problem, severity }: RuleResult, lines: LineIndex, offer: FixOffer): Finding {
  const { span, message, conf = [], converterCode, related, fixes, data } = problem;
  const finding: Finding = {
    rule: rule.id,
    layer: rule.layer,
    severity,
    message,
    range: lines.rangeOf(span),
    conf,
    ...(converterCode !== undefined && { converterCode }),
    ...(related && {
      related: related.map((place) => ({ range: lines.rangeOf(place.span), message: place.message })),
    }),
    ...(data && { data }),
  };
  return fixes ? withFixes(finding, () => toFixes(offer.offered(finding, fixes), lines)) : finding;
}

/** A keystroke in a large file makes thousands of findings, and nobody asks for the fixes of more than a few. */
function withFixes(finding: Finding, make: () => readonly Fix[]): Finding {
  let fixes: readonly Fix[] | undefined;
  return Object.defineProperty(finding, 'fixes', {
    enumerable: true,
    get() {
      fixes ??= make();
      return fixes.length > 0 ? fixes : undefined;
    },
  });
}

/** The first way that leaves no choice is the preferred one. */
function toFixes(proposed: readonly ProposedFix[], lines: LineIndex): Fix[] {
  const preferred = proposed.find(({ isChoice }) => !isChoice);
  return proposed.map((fix) => ({
    title: fix.title,
    edits: fix.edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText })),
    ...(fix === preferred && { isPreferred: true }),
  }));
}

function byPlace(a: Finding, b: Finding): number {
  const { start: from } = a.range;
  const { start: to } = b.range;
  return from.line - to.line || from.character - to.character || a.rule.localeCompare(b.rule);
}
