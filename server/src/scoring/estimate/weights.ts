import type { Category, Explanation, Weights } from '../breakdown.ts';
import type { WeightPolicy, WeightRow, WeightTable } from '../policy.ts';

/** Which weights apply: the categories that are not scored, and under which rules. */
export interface WeightQuery {
  readonly missing: readonly Category[];
  readonly smallPractice: boolean;
  /** APP, APP Plus, or the APM scoring standard of 2019 and 2020. */
  readonly isApm: boolean;
}

export type WeightAnswer =
  | { readonly kind: 'weights'; readonly weights: Weights; readonly explanation: Explanation }
  /** Fewer than two categories are scored: the final score is the performance threshold. */
  | { readonly kind: 'neutral' };

/**
 * Category weights in percent after reweighting (42 CFR 414.1380(c)(2)). Cost counts as missing where
 * it was taken out for everyone and under APM rules.
 */
export function categoryWeights(query: WeightQuery, policy: WeightPolicy): WeightAnswer {
  const missing = new Set(query.missing);
  if (query.isApm || policy.costReweightedForAll.value) missing.add('cost');
  const tables = query.isApm
    ? [policy.apm]
    : query.smallPractice
      ? [policy.smallPractice, policy.mips]
      : [policy.mips];
  for (const table of tables) {
    const row = table.value.find((candidate) => isSame(candidate, missing));
    if (row) return { kind: 'weights', weights: weightsOf(row), explanation: explain(row, table, query) };
  }
  return { kind: 'neutral' };
}

function isSame(row: WeightRow, missing: ReadonlySet<Category>): boolean {
  return row.missing.length === missing.size && row.missing.every((category) => missing.has(category));
}

function weightsOf({ quality, cost, ia, pi }: WeightRow): Weights {
  return { quality, cost, ia, pi };
}

function explain(row: WeightRow, table: WeightTable, query: WeightQuery): Explanation {
  const who = query.isApm ? 'Weights of the APM rules' : 'Weights';
  const without = row.missing.length > 0 ? ` without ${row.missing.join(' and ')}` : '';
  const small = query.smallPractice && !query.isApm ? ' for a small practice' : '';
  return { reason: `${who}${small}${without}.`, source: table.source, confidence: table.confidence };
}
