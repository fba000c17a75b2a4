import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { CompiledGroup, CompiledGuide } from './compile.ts';
import { elementKey } from './compile.ts';
import { declaredTemplate, templateIds } from './element.ts';
import { type Evaluation, startEvaluation } from './evaluation.ts';
import { elementTest, endsPath } from './select.ts';
import { type ElementStep, parseSelector, type TemplateKey } from './selector.ts';
import type { Check, Constraint } from './table.ts';

/** A constraint that has to do with an element. */
export interface Relevant {
  readonly constraint: Constraint;
  /** The template it belongs to; `null` for one that holds whatever the template. */
  readonly template: TemplateKey | null;
}

/** What the guide asks of the element itself, which need not be written yet: its parents tell its place. */
export function constraintsOn(element: XmlElement, guide: CompiledGuide, document: XmlDocument): Relevant[] {
  const evaluation = startEvaluation(document);
  const relevant: Relevant[] = [];
  let depth = 0;
  for (let at: XmlElement | null = element; at; at = at.parent) {
    for (const group of groupsOf(at, guide)) collect(group, depth, element, evaluation, relevant);
    depth++;
  }
  const own = guide.byElement.get(elementKey(element.local, element.namespace));
  for (const { matches, constraints } of own?.anywhere ?? []) {
    if (!matches(element, evaluation)) continue;
    for (const { constraint } of constraints) relevant.push({ constraint, template: null });
  }
  return relevant;
}

/**
 * The children that the guide speaks of on its way to what they hold, told from others by their attributes or
 * templates: `participant[@typeCode='DEV']` of a document.
 */
export function childrenSpokenOf(
  parent: XmlElement,
  guide: CompiledGuide,
  document: XmlDocument,
): ElementStep[] {
  const evaluation = startEvaluation(document);
  const steps = new Map<string, ElementStep>();
  let depth = 0;
  for (let at: XmlElement | null = parent; at; at = at.parent) {
    for (const { sites } of groupsOf(at, guide)) {
      for (const { path } of sites) {
        const step = path.steps[depth];
        if (step?.kind !== 'element' || step.conditions.length === 0) continue;
        const way = { ...path, steps: path.steps.slice(0, depth) };
        if (endsPath(way)(parent, evaluation)) steps.set(JSON.stringify(step), step);
      }
    }
    depth++;
  }
  return [...steps.values()];
}

/** What the guide says of the number of such elements in the parent. */
export function constraintsOnNumber(
  element: XmlElement,
  guide: CompiledGuide,
  document: XmlDocument,
): Relevant[] {
  if (!element.parent) return [];
  return constraintsOn(element.parent, guide, document).filter(({ constraint }) =>
    countsElement(constraint.check, element),
  );
}

/** The groups of the templates an element carries, in whatever version. */
function groupsOf(element: XmlElement, guide: CompiledGuide): ReadonlySet<CompiledGroup> {
  const constraints = guide.byElement.get(elementKey(element.local, element.namespace));
  const groups = new Set<CompiledGroup>(constraints?.untemplated);
  for (const templateId of templateIds(element)) {
    const versions = constraints?.byRoot.get(declaredTemplate(templateId).root);
    for (const group of versions?.anyVersion ?? []) groups.add(group);
    for (const group of versions?.byExtension.get(versions.current ?? '') ?? []) groups.add(group);
  }
  return groups;
}

/** @param depth how many levels the group's element stands above the element */
function collect(
  group: CompiledGroup,
  depth: number,
  element: XmlElement,
  evaluation: Evaluation,
  relevant: Relevant[],
): void {
  for (const site of group.sites) {
    if (site.path.steps.length !== depth || !site.leadsTo(element, evaluation)) continue;
    for (const { constraint } of site.constraints) relevant.push({ constraint, template: group.template });
  }
}

function countsElement(check: Check, element: XmlElement): boolean {
  switch (check.kind) {
    case 'occurs': {
      const { steps } = parseSelector(check.what);
      const [first] = steps;
      return steps.length === 1 && first?.kind === 'element' && elementTest(first)(element);
    }
    case 'all':
    case 'any':
      return check.checks.some((part) => countsElement(part, element));
    case 'forPrograms':
      return countsElement(check.then, element);
    default:
      return false;
  }
}
