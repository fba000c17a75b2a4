import type { XmlElement } from '../../xml/tree.ts';
import type { ContentModel } from './contentModel.ts';
import { elementKey } from './names.ts';
import { shortestEnd, wayTo } from './ways.ts';

/** A child that may stand at a place. */
export interface AllowedChild {
  /** Its name as the structure data writes it. */
  readonly key: string;
  /** Without it the content is not complete. */
  readonly isRequired: boolean;
}

/**
 * The children that may be written between others, in the order of the content model. Siblings that are out of place
 * themselves are passed over.
 */
export function allowedChildren(
  model: ContentModel,
  before: readonly XmlElement[],
  after: readonly XmlElement[],
): AllowedChild[] {
  const state = stateAfter(model, before);
  const [follower] = after.map(keyOf).filter((key) => wayTo(model, state, key) !== null);
  const shortest =
    follower === undefined ? shortestEnd(model, state) : wayTo(model, state, follower)?.skipped;
  const required = new Set(shortest?.filter((key) => isUnavoidable(model, state, key, follower)));
  return [...targetsFrom(model, state)]
    .filter(([, target]) => follower === undefined || wayTo(model, target, follower) !== null)
    .sort(([, a], [, b]) => a - b)
    .map(([key]) => ({ key, isRequired: required.has(key) }));
}

/** What must stand besides the children of these names, in the order of the content model. */
export function missingBeside(model: ContentModel, keys: readonly string[]): string[] {
  let state = 0;
  const missing: string[] = [];
  for (const key of keys) {
    const way = wayTo(model, state, key);
    missing.push(...(way?.skipped ?? []));
    state = way?.state ?? state;
  }
  return [...missing, ...(shortestEnd(model, state) ?? [])];
}

function keyOf({ local, namespace }: XmlElement): string {
  return elementKey(local, namespace);
}

function stateAfter(model: ContentModel, before: readonly XmlElement[]): number {
  let state = 0;
  for (const child of before) state = wayTo(model, state, keyOf(child))?.state ?? state;
  return state;
}

/** Whether the content cannot end, or get to the follower, without the element: of a choice, none is. */
function isUnavoidable(model: ContentModel, from: number, key: string, follower?: string): boolean {
  const seen = new Set([from]);
  for (const state of seen) {
    if (follower === undefined && model.states[state]?.isEnd) return false;
    for (const [other, next] of model.states[state]?.next ?? []) {
      if (other === follower) return false;
      if (other !== key) seen.add(next);
    }
  }
  return true;
}

/** Every element that can still come, and the state it leads to at the soonest. */
function targetsFrom(model: ContentModel, from: number): Map<string, number> {
  const targets = new Map<string, number>();
  const seen = new Set([from]);
  for (const state of seen) {
    for (const [key, next] of model.states[state]?.next ?? []) {
      if (!targets.has(key)) targets.set(key, next);
      seen.add(next);
    }
  }
  return targets;
}
