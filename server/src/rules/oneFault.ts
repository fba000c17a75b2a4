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
 * same value is an echo, and so is what a finding of any layer says it explains (`Problem.explains`). The finding that
 * stays takes over the echo's CONF ids, and its severity where that is the graver one.
 */
export function oneFindingPerFault(all: readonly RuleResult[]): RuleResult[] {
  const results = withoutEchoesOfTypes(all);
  const causes = causesOf(results);
  const echoes = new Map<RuleResult, RuleResult[]>();
  const kept = results.filter((result) => {
    const cause = causeOf(result, causes);
    if (cause) {
      const others = echoes.get(cause);
      if (others) others.push(result);
      else echoes.set(cause, [result]);
    }
    return !cause;
  });
  return kept.map((result) => absorb(result, echoes.get(result) ?? []));
}

/** A value of the wrong JSON type is read as what it may mean, but what it means is told only when its type is right. */
function withoutEchoesOfTypes(results: readonly RuleResult[]): readonly RuleResult[] {
  const types = results.filter(({ rule }) => rule.id === 'json-type-wrong');
  if (types.length === 0) return results;
  const places = new Set(types.map(placeOf));
  return results.filter(
    (result) =>
      result.rule.layer === 'syntax' || result.rule.id === 'json-type-wrong' || !places.has(placeOf(result)),
  );
}

/** What may be the cause of others, looked up fast: a damaged file has thousands of findings. */
interface Causes {
  /** The first finding of the upload layer at each place. */
  readonly uploads: ReadonlyMap<string, RuleResult>;
  /** By the rule whose findings follow. */
  readonly explaining: ReadonlyMap<string, readonly { readonly within: Span; readonly cause: RuleResult }[]>;
}

function causesOf(results: readonly RuleResult[]): Causes {
  const uploads = new Map<string, RuleResult>();
  const explaining = new Map<string, { within: Span; cause: RuleResult }[]>();
  for (const result of results) {
    const place = placeOf(result);
    if (result.rule.layer === 'upload' && !uploads.has(place)) uploads.set(place, result);
    for (const { rules, within } of result.problem.explains ?? []) {
      for (const rule of rules) {
        const others = explaining.get(rule);
        if (others) others.push({ within, cause: result });
        else explaining.set(rule, [{ within, cause: result }]);
      }
    }
  }
  return { uploads, explaining };
}

function causeOf(result: RuleResult, { uploads, explaining }: Causes): RuleResult | undefined {
  const { rule, problem } = result;
  const isOfGuide = rule.layer === 'guide' || rule.layer === 'schema';
  const upload = isOfGuide ? uploads.get(placeOf(result)) : undefined;
  return (
    upload ??
    explaining.get(rule.id)?.find(({ within, cause }) => cause !== result && holds(within, problem.span))
      ?.cause
  );
}

function placeOf({ problem: { span } }: RuleResult): string {
  return `${span.start} ${span.end}`;
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

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
