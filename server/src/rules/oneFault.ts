import type { Span } from '../text/span.ts';
import type { Severity } from './finding.ts';
import type { Problem, Rule } from './rule.ts';

/** What a rule found, with the severity at which it would be shown. */
export interface RuleResult {
  readonly rule: Pick<Rule, 'id' | 'layer' | 'isConverterCheck'>;
  readonly problem: Problem;
  readonly severity: Severity;
}

const BY_SEVERITY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * One fault gives one finding. Where the upload already refuses a value, the guide's or the CDA schema's word about the
 * same value is an echo, and so is what a finding says it explains (`Problem.explains`). The finding that stays
 * takes over the echo's CONF ids, and its severity where that is the graver one.
 */
export function oneFindingPerFault(all: readonly RuleResult[]): RuleResult[] {
  const results = withoutEchoesOfTypes(all);
  const causes = results.filter(({ rule }) => rule.layer === 'upload' || rule.layer === 'score');
  const echoes = new Map<RuleResult, RuleResult[]>();
  const kept = results.filter((result) => {
    if (result.rule.layer !== 'guide' && result.rule.layer !== 'schema') return true;
    const cause = causes.find((candidate) => isEchoOf(result, candidate));
    if (cause) echoes.set(cause, [...(echoes.get(cause) ?? []), result]);
    return !cause;
  });
  return kept.map((result) => absorb(result, echoes.get(result) ?? []));
}

/** A value of the wrong JSON type is read as what it may mean, but what it means is told only when its type is right. */
function withoutEchoesOfTypes(results: readonly RuleResult[]): readonly RuleResult[] {
  const types = results.filter(({ rule }) => rule.id === 'json-type-wrong');
  if (types.length === 0) return results;
  const places = new Set(types.map(({ problem }) => placeOf(problem.span)));
  return results.filter(
    ({ rule, problem }) =>
      rule.layer === 'syntax' || rule.id === 'json-type-wrong' || !places.has(placeOf(problem.span)),
  );
}

function placeOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function isEchoOf({ rule, problem }: RuleResult, { rule: causeRule, problem: cause }: RuleResult): boolean {
  if (causeRule.layer === 'upload' && isSame(problem.span, cause.span)) return true;
  const { explains } = cause;
  return explains?.rules.includes(rule.id) === true && holds(explains.within, problem.span);
}

function absorb(result: RuleResult, echoes: readonly RuleResult[]): RuleResult {
  if (echoes.length === 0) return result;
  const severity = [result, ...echoes]
    .map((each) => each.severity)
    .sort((a, b) => BY_SEVERITY.indexOf(a) - BY_SEVERITY.indexOf(b))[0];
  const conf = new Set([
    ...(result.problem.conf ?? []),
    ...echoes.flatMap(({ problem }) => problem.conf ?? []),
  ]);
  return {
    ...result,
    severity: severity ?? result.severity,
    problem: { ...result.problem, conf: [...conf] },
  };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
