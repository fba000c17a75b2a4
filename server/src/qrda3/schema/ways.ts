import type { ContentModel } from './contentModel.ts';

/** The shortest way through the model from a state to the element; what it skips is required. */
export function wayTo(
  model: ContentModel,
  from: number,
  key: string,
): { state: number; skipped: string[] } | null {
  return search(model, from, (state) => model.states[state]?.next.get(key));
}

/** What must still come before the content may end. */
export function shortestEnd(model: ContentModel, from: number): readonly string[] | null {
  const found = search(model, from, (state) => (model.states[state]?.isEnd ? state : undefined));
  return found?.skipped ?? null;
}

/** Breadth first, so that no element is called required that need not be. */
function search(
  model: ContentModel,
  from: number,
  goal: (state: number) => number | undefined,
): { state: number; skipped: string[] } | null {
  const seen = new Set([from]);
  const queue: { state: number; skipped: string[] }[] = [{ state: from, skipped: [] }];
  for (const { state, skipped } of queue) {
    const reached = goal(state);
    if (reached !== undefined) return { state: reached, skipped };
    for (const [key, next] of model.states[state]?.next ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push({ state: next, skipped: [...skipped, key] });
    }
  }
  return null;
}
