import { stringValue, textPieces } from '../../xml/text.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { attributeReader, carriesTemplate } from './element.ts';
import { type Evaluation, parentOf, type Test } from './evaluation.ts';
import type { Condition, ElementStep, Selector, Step } from './selector.ts';

/** The elements a path leads to. */
export type ElementSelect = (element: XmlElement, evaluation: Evaluation) => readonly XmlElement[];

/** The strings a path leads to: attribute values, text, or the text of the elements it ends at. */
export type ValueSelect = (element: XmlElement, evaluation: Evaluation) => readonly string[];

/** Compiles a path that ends at elements. */
export function selectElements(selector: Selector): ElementSelect {
  const moves = selector.steps.map(compileStep);
  const [only] = moves;
  if (only && moves.length === 1 && !selector.isAbsolute) {
    return (element, evaluation) => {
      const found: XmlElement[] = [];
      only(element, evaluation, found);
      return found;
    };
  }
  return (element, evaluation) => {
    if (selector.isAbsolute) evaluation.hasLeftSubtree = true;
    let level: XmlElement[] = [selector.isAbsolute ? evaluation.top : element];
    for (const move of moves) {
      const next: XmlElement[] = [];
      for (const from of level) move(from, evaluation, next);
      if (next.length === 0) return next;
      level = next;
    }
    return level;
  };
}

/** Compiles the number of elements a path leads to. */
export function countElements(selector: Selector): (element: XmlElement, evaluation: Evaluation) => number {
  const [only, ...others] = selector.steps;
  if (only?.kind !== 'element' || others.length > 0 || selector.isAbsolute) {
    const select = selectElements(selector);
    return (element, evaluation) => select(element, evaluation).length;
  }
  // Nearly all paths name a child: its number needs no list.
  const test = elementTest(only);
  return (element) => {
    let count = 0;
    for (const child of element.children) if (test(child)) count++;
    return count;
  };
}

/** Compiles a path that ends at an attribute, a text or elements whose text is meant. */
export function selectValues(selector: Selector): ValueSelect {
  const last = selector.steps.at(-1);
  const owners = { ...selector, steps: selector.steps.slice(0, -1) };
  if (last?.kind === 'attribute') {
    const read = attributeReader(last.attribute);
    return valuesOf(owners, (element) => read(element)?.value);
  }
  if (last?.kind === 'text') {
    return valuesOf(owners, (element, { document }) => textPieces(document, element)[0]?.value);
  }
  return valuesOf(selector, (element, { document }) => stringValue(document, element));
}

/** Compiles whether one of the values a path leads to passes. */
export function testValues(selector: Selector, passes: (value: string) => boolean): Test {
  const { steps, isAbsolute } = selector;
  const last = steps.at(-1);
  const owner = steps.at(-2);
  if (last?.kind !== 'attribute' || steps.length > 2 || isAbsolute || owner?.kind === 'parent') {
    const select = selectValues(selector);
    return (element, evaluation) => select(element, evaluation).some(passes);
  }
  // Nearly all paths name an attribute of the element or of a child: they need no list.
  const read = attributeReader(last.attribute);
  const hasPassing = (element: XmlElement) => {
    const value = read(element)?.value;
    return value !== undefined && passes(value);
  };
  if (owner?.kind !== 'element') return hasPassing;
  const isOwner = elementTest(owner);
  return ({ children }) => {
    for (const child of children) if (isOwner(child) && hasPassing(child)) return true;
    return false;
  };
}

function valuesOf(
  selector: Selector,
  read: (element: XmlElement, evaluation: Evaluation) => string | undefined,
): ValueSelect {
  if (selector.steps.length === 0 && !selector.isAbsolute) {
    return (element, evaluation) => {
      const value = read(element, evaluation);
      return value === undefined ? NOTHING : [value];
    };
  }
  const select = selectElements(selector);
  return (element, evaluation) => {
    const values: string[] = [];
    for (const owner of select(element, evaluation)) {
      const value = read(owner, evaluation);
      if (value !== undefined) values.push(value);
    }
    return values;
  };
}

const NOTHING: readonly string[] = [];

type Move = (from: XmlElement, evaluation: Evaluation, found: XmlElement[]) => void;

function compileStep(step: Step): Move {
  if (step.kind === 'element') return moveToChildren(step);
  if (step.kind !== 'parent') throw new Error(`A step "${step.kind}" leads to no element.`);
  return (from, evaluation, found) => {
    const parent = parentOf(from, evaluation);
    if (parent && !found.includes(parent)) found.push(parent);
  };
}

function moveToChildren(step: ElementStep): Move {
  const { local, namespace } = step;
  const meets = conditionsTest(step.conditions);
  return (from, _evaluation, found) => {
    for (const child of from.children) {
      if (child.local === local && child.namespace === namespace && meets(child)) found.push(child);
    }
  };
}

/** Whether an element has the step's name and meets its conditions. */
export function elementTest(step: ElementStep): (element: XmlElement) => boolean {
  const { local, namespace } = step;
  const meets = conditionsTest(step.conditions);
  return (element) => element.local === local && element.namespace === namespace && meets(element);
}

/** Whether an element meets all conditions. */
export function conditionsTest(conditions: readonly Condition[]): (element: XmlElement) => boolean {
  const tests = conditions.map(conditionTest);
  const [first, second] = tests;
  if (!first) return () => true;
  if (!second) return first;
  if (tests.length === 2) return (element) => first(element) && second(element);
  return (element) => tests.every((test) => test(element));
}

/** Whether an element meets one condition. */
export function conditionTest(condition: Condition): (element: XmlElement) => boolean {
  if (condition.kind === 'template') {
    return (element) => carriesTemplate(element, condition.template);
  }
  const read = attributeReader(condition.attribute);
  switch (condition.kind) {
    case 'present':
      return (element) => read(element) !== undefined;
    case 'absent':
      return (element) => read(element) === undefined;
    case 'equals':
      return (element) => read(element)?.value === condition.value;
  }
}

/** Tests a path read from its end: the element is what the last step names, its parent what the one before does. */
export function endsPath(selector: Selector): Test {
  const tests = selector.steps.map((step) => {
    if (step.kind !== 'element') throw new Error(`"${selector.source}" is not made of elements alone.`);
    return elementTest(step);
  });
  tests.reverse();
  return (element, evaluation) => {
    let at: XmlElement | null = element;
    for (const test of tests) {
      if (!at || !test(at)) return false;
      at = parentOf(at, evaluation);
    }
    return true;
  };
}
