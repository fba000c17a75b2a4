import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree.ts';
import type { NameTest, PathStep, StepPath } from './stepPath.ts';

/** Where a path leads. */
export interface Resolution {
  /** What the path names, in document order; empty when its place is gone. */
  readonly elements: readonly XmlElement[];
  /** The attributes of those elements, for a path that ends in one. */
  readonly attributes: readonly XmlAttribute[];
  /** The deepest element on the way that is still there; the element itself when nothing is missing. */
  readonly nearest: XmlElement | null;
}

/** Follows the steps through the tree. Linear in the children it passes. */
export function resolveSteps({ root }: XmlDocument, { steps, attribute }: StepPath): Resolution {
  let level: XmlElement[] = [];
  let candidates: readonly (readonly XmlElement[])[] = root ? [[root]] : [];
  let nearest = root;
  for (const step of steps) {
    level = candidates.flatMap((children) => pick(children, step));
    if (level.length === 0) return { elements: [], attributes: [], nearest };
    nearest = level[0] ?? nearest;
    candidates = level.map(({ children }) => children);
  }
  if (attribute === null) return { elements: level, attributes: [], nearest };
  const attributes = level.flatMap((element) => element.attributes.filter((each) => fits(each, attribute)));
  return { elements: attributes.length > 0 ? level : [], attributes, nearest };
}

function pick(children: readonly XmlElement[], step: PathStep): XmlElement[] {
  const named = children.filter((child) => fits(child, step));
  return step.index === null ? named : named.slice(step.index - 1, step.index);
}

function fits(
  named: Pick<XmlElement, 'name' | 'local' | 'namespace'>,
  { local, namespace }: NameTest,
): boolean {
  if (local !== null && named.local !== local) return false;
  switch (namespace.kind) {
    case 'any':
      return true;
    case 'unprefixed':
      return !named.name.includes(':');
    case 'uri':
      return (named.namespace ?? '') === namespace.uri;
  }
}
