import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import { compileCheck } from './checks.ts';
import type { CompiledGuide } from './compile.ts';
import { guideValue, templateIds } from './element.ts';
import { type Evaluation, startEvaluation } from './evaluation.ts';
import { constraintsOn } from './relevant.ts';
import { conditionTest } from './select.ts';
import { type ElementStep, parseSelector, type TemplateKey } from './selector.ts';
import type { Check, OccursCheck } from './table.ts';

/** The file and the guide that its elements are asked by. */
export interface Asked {
  readonly document: XmlDocument;
  readonly guide: CompiledGuide;
}

/** How many parents up a demand may speak of an element: `author` that holds `assignedAuthor` that holds `id`. */
export const DEPTH = 4;

/** The templates that a step of a path names. */
export function templatesOf({ conditions }: ElementStep): TemplateKey[] {
  return conditions.flatMap((condition) => (condition.kind === 'template' ? [condition.template] : []));
}

/** A check that an element is asked to meet. */
export interface AskedCheck {
  readonly check: Check;
  readonly isRequired: boolean;
}

/** Everything an element is asked: by its templates, by the paths around it, and by the roles it may have. */
export function checksOn(element: XmlElement, asked: Asked, depth: number): AskedCheck[] {
  const own = constraintsOn(element, asked.guide, asked.document).map(({ constraint }) => ({
    check: constraint.check,
    isRequired: constraint.strength !== 'SHOULD',
  }));
  const byRole = rolesOf(element, asked, depth).flatMap(({ step, having, isRequired }) => [
    ...templatesOf(step).map((template) => ({ check: templateCheck(template), isRequired })),
    ...having.map((check) => ({ check, isRequired })),
  ]);
  return [...own, ...byRole];
}

/** What an element may be: something its parent is asked to hold. */
export interface Role {
  readonly step: ElementStep;
  readonly having: readonly Check[];
  readonly isRequired: boolean;
}

/** An element that is not written yet, and is to be what its role says. */
export interface ImaginedElement extends XmlElement {
  readonly role: Role;
}

/** Whether an element is an imagined one, whose role is known. */
export function isImagined(element: XmlElement): element is ImaginedElement {
  return 'role' in element;
}

/**
 * What an element may be, by what its parent is asked to hold; roles that others have taken are left out.
 * @param depth how many parents up is looked
 */
export function rolesOf(element: XmlElement, asked: Asked, depth: number): Role[] {
  const { parent } = element;
  if (isImagined(element)) return [element.role];
  if (!parent || depth === 0) return [];
  const evaluation = startEvaluation(asked.document);
  const others = parent.children.filter((sibling) => sibling !== element);
  const view: XmlElement = { ...parent, children: others };
  return checksOn(parent, asked, depth - 1).flatMap(({ check, isRequired }) =>
    occurrences(check, parent, asked, evaluation).flatMap((occurs) => {
      const step = singleStep(occurs);
      if (!step || !mayBe(element, step)) return [];
      const { max } = occurs;
      const isTaken =
        max !== undefined &&
        occurs.having !== undefined &&
        compileCheck({ ...withoutMax(occurs), min: max }, asked.guide.scope)(view, evaluation);
      return isTaken ? [] : [{ step, having: occurs.having ?? [], isRequired }];
    }),
  );
}

/** Whether what an element says of itself so far does not speak against a step. */
export function mayBe(element: XmlElement, { local, namespace, conditions }: ElementStep): boolean {
  if (element.local !== local || element.namespace !== namespace) return false;
  const carriesNone = templateIds(element).length === 0;
  return conditions.every((condition) => {
    if (condition.kind === 'equals') {
      const value = guideValue(element, condition.attribute);
      return value === undefined || value === '' || value === condition.value;
    }
    if (condition.kind === 'template') return carriesNone || conditionTest(condition)(element);
    return condition.kind === 'present' || conditionTest(condition)(element);
  });
}

function templateCheck({ root, extension }: TemplateKey): OccursCheck {
  const version = extension === null ? '' : `[@extension='${extension}']`;
  return { kind: 'occurs', what: `templateId[@root='${root}']${version}`, min: 1, max: 1 };
}

/** The step of a check on children; `null` when it counts something further away. */
export function singleStep({ what }: OccursCheck): ElementStep | null {
  const { steps, isAbsolute } = parseSelector(what);
  const [only] = steps;
  return !isAbsolute && steps.length === 1 && only?.kind === 'element' ? only : null;
}

/** The checks of numbers within a check that apply to this file. */
export function occurrences(
  check: Check,
  element: XmlElement,
  asked: Asked,
  evaluation: Evaluation,
): OccursCheck[] {
  return parts(check, element, asked, evaluation).flatMap((part) => (part.kind === 'occurs' ? [part] : []));
}

/** A check taken apart, without what does not apply to this file's program or this element. */
export function parts(check: Check, element: XmlElement, asked: Asked, evaluation: Evaluation): Check[] {
  switch (check.kind) {
    case 'all':
    case 'any':
      return check.checks.flatMap((part) => parts(part, element, asked, evaluation));
    case 'forPrograms': {
      const named = asked.guide.scope.programs(evaluation.top, evaluation);
      const applies = named.some((program) => check.programs.includes(program));
      return applies ? parts(check.then, element, asked, evaluation) : [];
    }
    case 'when': {
      const isSo = compileCheck(check.if, asked.guide.scope);
      return isSo(element, evaluation) ? parts(check.then, element, asked, evaluation) : [];
    }
    default:
      return [check];
  }
}

/** A check of a number without its upper bound. */
export function withoutMax({ max: _max, ...occurs }: OccursCheck): OccursCheck {
  return occurs;
}
