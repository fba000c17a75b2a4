import type { XmlElement } from '../../xml/tree.ts';
import type { ContentModel } from './contentModel.ts';
import { elementKey } from './names.ts';
import type { CdaSchema } from './schema.ts';

/**
 * Where a child may be put among the children of an element: before the child at the index, or behind the last one.
 * Of several places the last. `null` where CDA has no place for it.
 * @param without a child that is left out of account because it is the one to be moved
 */
export function placeForChild(
  parent: XmlElement,
  key: string,
  cdaSchema: CdaSchema,
  without?: XmlElement,
): number | null {
  const model = cdaSchema.typeOf(parent)?.content;
  if (!model?.typeByKey.has(key)) return null;
  const keys = parent.children.map((child) =>
    child === without ? null : elementKey(child.local, child.namespace),
  );
  const states = statesBefore(model, keys);
  let best: { readonly index: number; readonly strays: number } | null = null;
  let strays = 0;
  for (let index = 0; index <= keys.length; index++) {
    const before = states[index] ?? 0;
    const state = model.states[before]?.next.get(key);
    if (state !== undefined) {
      const all = strays + strayCount(model, state, keys, index);
      if (best === null || all <= best.strays) best = { index, strays: all };
    }
    const next = keys[index];
    if (next && !model.states[before]?.next.has(next)) strays++;
  }
  return best && best.strays <= strays ? best.index : null;
}

type Keys = readonly (string | null)[];

function statesBefore(model: ContentModel, keys: Keys): number[] {
  const states = [0];
  for (const [index, key] of keys.entries()) {
    const state = states[index] ?? 0;
    states.push((key === null ? undefined : model.states[state]?.next.get(key)) ?? state);
  }
  return states;
}

/** How many children from an index on do not fit when one begins in a state. */
function strayCount(model: ContentModel, from: number, keys: Keys, start: number): number {
  let state = from;
  let count = 0;
  for (const key of keys.slice(start)) {
    if (key === null) continue;
    const next = model.states[state]?.next.get(key);
    if (next === undefined) count++;
    else state = next;
  }
  return count;
}
