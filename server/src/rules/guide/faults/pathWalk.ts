import { type Evaluation, parentOf } from '../../../qrda3/guide/evaluation.ts';
import { conditionsTest, elementTest } from '../../../qrda3/guide/select.ts';
import { type ElementStep, parseSelector, type TemplateKey } from '../../../qrda3/guide/selector.ts';
import type { Counted } from '../../../qrda3/guide/table.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { Explainer } from './explainer.ts';

/** How far a path leads. */
export interface PathWalk {
  /** Where the path begins. */
  readonly start: XmlElement;
  readonly steps: readonly ElementStep[];
  /** The element below which the first step without a match was looked for; the last step's parent when all matched. */
  readonly owner: XmlElement;
  /** That step. */
  readonly step: ElementStep;
  /** Children of the owner that have the step's name but do not meet its conditions. */
  readonly near: readonly XmlElement[];
  /** Elements at the path's end, `having` not yet asked. */
  readonly candidates: readonly XmlElement[];
  /** Elements that are counted. */
  readonly found: readonly XmlElement[];
}

/** Follows the path of a count from an element, and asks its conditions one by one. */
export function walkPath(counted: Counted, element: XmlElement, { evaluation, passes }: Explainer): PathWalk {
  const { start, steps } = startOf(counted, element, evaluation);
  let level: readonly XmlElement[] = [start];
  for (const [index, step] of steps.entries()) {
    const owner = level[0] ?? start;
    const named = level.flatMap((parent) => parent.children.filter(elementTest({ ...step, conditions: [] })));
    const candidates = named.filter(conditionsTest(step.conditions));
    if (candidates.length === 0 || index === steps.length - 1) {
      const near = candidates.length === 0 ? named : [];
      const having = counted.having ?? [];
      const found = candidates.filter((child) => having.every((check) => passes(check, child)));
      return { start, steps, owner, step, near, candidates, found };
    }
    level = candidates;
  }
  throw new Error(`The path "${counted.what}" counts no elements.`);
}

/** Where a path begins after its climbing, and the elements it then names. */
function startOf(
  { what }: Counted,
  element: XmlElement,
  evaluation: Evaluation,
): Pick<PathWalk, 'start' | 'steps'> {
  const selector = parseSelector(what);
  let start = selector.isAbsolute ? evaluation.top : element;
  const steps: ElementStep[] = [];
  for (const step of selector.steps) {
    if (step.kind === 'parent') start = parentOf(start, evaluation) ?? start;
    else if (step.kind === 'element') steps.push(step);
  }
  return { start, steps };
}

/** The template that is asked of the counted elements, or of a part directly inside them. */
export function templateAsked(check: Counted, walk: PathWalk): TemplateKey | null {
  const own = walk.steps.at(-1)?.conditions.find((condition) => condition.kind === 'template');
  if (own?.kind === 'template') return own.template;
  const nested = check.having?.find((part) => part.kind === 'occurs');
  if (!nested) return null;
  const step = parseSelector(nested.what).steps.at(-1);
  if (step?.kind !== 'element') return null;
  const inner = step.conditions.find((condition) => condition.kind === 'template');
  return inner?.kind === 'template' ? inner.template : null;
}

/** The elements that could carry that template. */
export function partsOf(check: Counted, walk: PathWalk): readonly XmlElement[] {
  if (walk.near.length > 0) return walk.near;
  const nested = check.having?.find((part) => part.kind === 'occurs');
  const local = nested && lastName(nested.what);
  return walk.candidates.flatMap((candidate) => candidate.children.filter((child) => child.local === local));
}

/** The name of the elements a path ends at. */
export function lastName(what: string): string {
  const last = parseSelector(what).steps.at(-1);
  return last?.kind === 'element' ? last.local : '';
}
