import {
  type CleanSubtrees,
  checkSubtree,
  declarationsWithin,
  type SubtreePass,
  sizeOf,
  startPass,
} from '../../xml/cleanSubtrees.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import {
  type CompiledConstraint,
  type CompiledGroup,
  type CompiledGuide,
  type ElementConstraints,
  elementKey,
} from './compile.ts';
import { declaredTemplate, templateIds } from './element.ts';
import { type Evaluation, startEvaluation } from './evaluation.ts';
import type { TemplateKey } from './selector.ts';
import type { Constraint } from './table.ts';

/**
 * Who says so. `published`: the year's Schematron. `assumed`: it would, if the part declared this year's version
 * of its template; what remains to be mended once the version is right. `overlooked`: it means to, but lets it
 * pass by mistake.
 */
export type ViolationOrigin = 'published' | 'assumed' | 'overlooked';

/** A constraint an element does not meet. */
export interface Violation {
  readonly constraint: Constraint;
  /** The element that was tested. */
  readonly element: XmlElement;
  /** The template the constraint belongs to; `null` for one that holds whatever the template. */
  readonly template: TemplateKey | null;
  readonly origin: ViolationOrigin;
}

/** What one pass over a document found, and where it found nothing. */
export interface ViolationsFound {
  readonly violations: readonly Violation[];
  readonly clean: CleanSubtrees;
}

interface Pass extends SubtreePass {
  readonly guide: CompiledGuide;
  readonly evaluation: Evaluation;
  readonly found: Violation[];
}

/**
 * All violations of a document, in one pass over its elements.
 * @param before where the version before was clean
 */
export function findViolations(
  guide: CompiledGuide,
  document: XmlDocument,
  before: CleanSubtrees | null = null,
): ViolationsFound {
  const { text, root } = document;
  const found: Violation[] = [];
  const pass = { guide, evaluation: startEvaluation(document), found, ...startPass(text, before) };
  if (root) visit(root, '', pass);
  return { violations: found, clean: pass.now };
}

/** @param around the namespaces around the element; `null` inside a subtree that is checked as a whole */
function visit(element: XmlElement, around: string | null, pass: Pass): void {
  const size = around === null ? 'small' : sizeOf(element);
  if (size === 'small' || around === null) runConstraints(element, pass);
  else if (size === 'subtree') {
    checkSubtree(element, around, pass, () => isClean(element, pass, () => visit(element, null, pass)));
    return;
  } else
    checkSubtree(element, around, pass, () => isClean(element, pass, () => runConstraints(element, pass)));
  const within = around === null ? null : declarationsWithin(element, around);
  for (const child of element.children) visit(child, within, pass);
}

/** Whether the tests find nothing, and look at nothing outside the element. */
function isClean(element: XmlElement, { evaluation, found }: Pass, runTests: () => void): boolean {
  const foundBefore = found.length;
  evaluation.subtree = element;
  evaluation.hasLeftSubtree = false;
  runTests();
  evaluation.subtree = null;
  return found.length === foundBefore && !evaluation.hasLeftSubtree;
}

function runConstraints(element: XmlElement, { guide, evaluation, found }: Pass): void {
  const constraints = guide.byElement.get(elementKey(element.local, element.namespace));
  if (constraints) {
    for (const group of constraints.untemplated)
      runGroup(group, element, originOf(group, true), evaluation, found);
    if (constraints.byRoot.size > 0) runTemplates(constraints, element, evaluation, found);
    for (const { matches, constraints: tests } of constraints.anywhere) {
      if (matches(element, evaluation)) runTests(tests, element, null, 'published', evaluation, found);
    }
  }
}

function runTemplates(
  constraints: ElementConstraints,
  element: XmlElement,
  evaluation: Evaluation,
  found: Violation[],
): void {
  const exact = new Set<CompiledGroup>();
  const assumed = new Set<CompiledGroup>(constraints.ofDocument);
  for (const templateId of templateIds(element)) {
    const { root, extension } = declaredTemplate(templateId);
    const versions = constraints.byRoot.get(root);
    if (!versions) continue;
    for (const group of versions.anyVersion) exact.add(group);
    for (const group of versions.byExtension.get(extension ?? '') ?? []) exact.add(group);
    for (const group of versions.byExtension.get(versions.current ?? '') ?? []) assumed.add(group);
  }
  for (const group of exact) runGroup(group, element, originOf(group, true), evaluation, found);
  for (const group of assumed) {
    if (!exact.has(group)) runGroup(group, element, originOf(group, false), evaluation, found);
  }
}

function originOf(group: CompiledGroup, isExact: boolean): ViolationOrigin {
  if (group.isOverlooked) return 'overlooked';
  return isExact ? 'published' : 'assumed';
}

function runGroup(
  group: CompiledGroup,
  element: XmlElement,
  origin: ViolationOrigin,
  evaluation: Evaluation,
  found: Violation[],
): void {
  for (const site of group.sites) {
    if (!site.select) runTests(site.constraints, element, group.template, origin, evaluation, found);
    else {
      for (const target of site.select(element, evaluation)) {
        runTests(site.constraints, target, group.template, origin, evaluation, found);
      }
    }
  }
}

function runTests(
  tests: readonly CompiledConstraint[],
  element: XmlElement,
  template: TemplateKey | null,
  origin: ViolationOrigin,
  evaluation: Evaluation,
  found: Violation[],
): void {
  for (const { constraint, test } of tests) {
    if (!test(element, evaluation)) found.push({ constraint, element, template, origin });
  }
}
