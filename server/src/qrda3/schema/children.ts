import { nameSpan, type XmlElement } from '../../xml/tree.ts';
import type { ContentModel } from './contentModel.ts';
import type { SchemaFault } from './fault.ts';
import { elementKey } from './names.ts';
import { shortestEnd, wayTo } from './ways.ts';

/** After so many faults in one parent the rest is the same mistake again. */
const FAULT_LIMIT = 50;

/**
 * Walks the children through the content model. After a fault the walk goes on where most of the rest fits, so
 * that one fault is told once: an element out of place is passed over, one that is missing is thought to be there.
 */
export function checkChildren(parent: XmlElement, model: ContentModel, faults: SchemaFault[]): void {
  const { children } = parent;
  const limit = faults.length + FAULT_LIMIT;
  let state = 0;
  let passedOver: Set<string> | null = null;
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (!child) continue;
    const key = elementKey(child.local, child.namespace);
    const next = model.states[state]?.next.get(key);
    if (next !== undefined) {
      state = next;
      continue;
    }
    if (model.isOpen && key.startsWith('{')) continue;
    if (faults.length >= limit) return;
    const way = wayTo(model, state, key);
    const isLater = (missing: string) => hasKey(children, index + 1, missing) || passedOver?.has(missing);
    if (way && !way.skipped.every(isLater)) {
      const missing = way.skipped.filter((skipped) => !isLater(skipped));
      faults.push({
        kind: 'missing-element',
        element: child,
        span: nameSpan(parent),
        parent,
        missing,
        before: child,
      });
      state = way.state;
      continue;
    }
    faults.push(strayChild(parent, child, key, model, state, way?.skipped ?? []));
    passedOver ??= new Set();
    passedOver.add(key);
  }
  if (model.states[state]?.isEnd) return;
  const missing = (shortestEnd(model, state) ?? []).filter((key) => !passedOver?.has(key));
  if (missing.length > 0) {
    faults.push({
      kind: 'missing-element',
      element: parent,
      span: nameSpan(parent),
      parent,
      missing,
      before: null,
    });
  }
}

function hasKey(children: readonly XmlElement[], from: number, key: string): boolean {
  for (let index = from; index < children.length; index++) {
    const child = children[index];
    if (child && elementKey(child.local, child.namespace) === key) return true;
  }
  return false;
}

function strayChild(
  parent: XmlElement,
  child: XmlElement,
  key: string,
  model: ContentModel,
  state: number,
  follows: readonly string[],
): SchemaFault {
  const place = { element: child, span: nameSpan(child), parent };
  if (!model.typeByKey.has(key)) {
    return { kind: 'unknown-element', ...place, expected: [...(model.states[state]?.next.keys() ?? [])] };
  }
  const before = parent.children.slice(0, parent.children.indexOf(child));
  const isRepeated =
    follows.length === 0 && before.some((sibling) => elementKey(sibling.local, sibling.namespace) === key);
  return isRepeated
    ? { kind: 'repeated-element', ...place }
    : { kind: 'misplaced-element', ...place, follows };
}
