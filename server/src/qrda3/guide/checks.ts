import type { XmlElement } from '../../xml/tree.ts';
import { CDA_NAMESPACE } from '../namespaces.ts';
import { attributeReader } from './element.ts';
import { type Evaluation, parentOf, type Test } from './evaluation.ts';
import { hasFormat, lengthOf, lowerCase, normalizeSpace, numberOf } from './formats.ts';
import { countElements, selectElements, selectValues, testValues, type ValueSelect } from './select.ts';
import { parseSelector, type Selector } from './selector.ts';
import type { Check, Counted, FixedCheck, ForProgramsCheck } from './table.ts';

const readNullFlavor = attributeReader('nullFlavor');

/** What of a table the checks refer to. */
export interface CheckScope {
  readonly valueSets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly programs: ValueSelect;
}

/** Makes a check a function. Its meaning is that of the assertion in the published Schematron. */
export function compileCheck(check: Check, scope: CheckScope): Test {
  switch (check.kind) {
    case 'all':
    case 'any':
    case 'together':
      return compileJunction(check, scope);
    case 'not': {
      const test = compileCheck(check.check, scope);
      return (element, evaluation) => !test(element, evaluation);
    }
    case 'when': {
      const condition = compileCheck(check.if, scope);
      const test = compileCheck(check.then, scope);
      return (element, evaluation) => !condition(element, evaluation) || test(element, evaluation);
    }
    case 'forPrograms':
      return compileForPrograms(check, scope);
    case 'occurs': {
      const count = compileCount(check, scope);
      const { min = 0, max = Number.POSITIVE_INFINITY } = check;
      return (element, evaluation) => isWithin(count(element, evaluation), min, max);
    }
    case 'sum': {
      const parts = check.parts.map((part) => compileCount(part, scope));
      const total = compileCount(check.total, scope);
      return (element, evaluation) =>
        parts.reduce((sum, count) => sum + count(element, evaluation), 0) === total(element, evaluation);
    }
    case 'inside':
    case 'notTogether':
    case 'present':
    case 'absent':
    case 'valueOrNullFlavor':
      return compilePresence(check);
    default:
      return compileValueCheck(check, scope);
  }
}

type Junction = Extract<Check, { readonly kind: 'all' | 'any' | 'together' }>;

function compileJunction({ kind, checks }: Junction, scope: CheckScope): Test {
  const tests = checks.map((part) => compileCheck(part, scope));
  switch (kind) {
    case 'all':
      return (element, evaluation) => tests.every((test) => test(element, evaluation));
    case 'any':
      return (element, evaluation) => tests.some((test) => test(element, evaluation));
    case 'together':
      return (element, evaluation) => new Set(tests.map((test) => test(element, evaluation))).size <= 1;
  }
}

type PresenceCheck = Extract<
  Check,
  { readonly kind: 'inside' | 'notTogether' | 'present' | 'absent' | 'valueOrNullFlavor' }
>;

function compilePresence(check: PresenceCheck): Test {
  if (check.kind === 'inside') {
    return (element, evaluation) => {
      const parent = parentOf(element, evaluation);
      return parent?.local === check.element && parent.namespace === CDA_NAMESPACE;
    };
  }
  if (check.kind === 'notTogether') {
    const tests = check.what.map((what) => isFound(parseSelector(what)));
    return (element, evaluation) => tests.filter((test) => test(element, evaluation)).length <= 1;
  }
  const test = isFound(parseSelector(check.what));
  switch (check.kind) {
    case 'present':
      return test;
    case 'absent':
      return (element, evaluation) => !test(element, evaluation);
    case 'valueOrNullFlavor':
      return (element, evaluation) => test(element, evaluation) !== (readNullFlavor(element) !== undefined);
  }
}

type ValueCheck = Extract<
  Check,
  { readonly kind: 'fixed' | 'inValueSet' | 'length' | 'decimals' | 'range' | 'format' }
>;

function compileValueCheck(check: ValueCheck, scope: CheckScope): Test {
  const selector = parseSelector(check.what);
  const select = selectValues(selector);
  switch (check.kind) {
    case 'fixed':
      return compileFixed(check, selector);
    case 'inValueSet': {
      const codes = scope.valueSets.get(check.valueSet) ?? new Set<string>();
      return testValues(selector, (value) => codes.has(value));
    }
    case 'range': {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = check;
      return testValues(selector, (value) => isWithin(numberOf(value), min, max));
    }
    case 'length': {
      const read = firstValue(select, check.trimmed);
      const { min = 0, max = Number.POSITIVE_INFINITY } = check;
      return (element, evaluation) => isWithin(lengthOf(read(element, evaluation)), min, max);
    }
    case 'format': {
      const read = firstValue(select, check.trimmed);
      return (element, evaluation) => hasFormat(read(element, evaluation), check.format);
    }
    case 'decimals': {
      const read = firstValue(select, false);
      return (element, evaluation) => {
        const value = read(element, evaluation);
        const point = value.indexOf('.');
        const decimals = point === -1 ? '' : value.slice(point + 1);
        return lengthOf(check.trimmed ? normalizeSpace(decimals) : decimals) <= check.max;
      };
    }
  }
}

/** XPath compares a set of values with a constant: one equal value is enough. */
function compileFixed(check: FixedCheck, selector: Selector): Test {
  if (!check.ignoreCase) return testValues(selector, (value) => value === check.value);
  const select = selectValues(selector);
  const wanted = lowerCase(check.value);
  return (element, evaluation) => {
    const [first] = select(element, evaluation);
    return first !== undefined && lowerCase(first) === wanted;
  };
}

/** XPath's string(): the first value, or an empty text. */
function firstValue(select: ValueSelect, isTrimmed = false) {
  return (element: XmlElement, evaluation: Evaluation): string => {
    const first = select(element, evaluation)[0] ?? '';
    return isTrimmed ? normalizeSpace(first) : first;
  };
}

function isFound(selector: Selector): Test {
  const last = selector.steps.at(-1);
  if (last?.kind === 'attribute' && selector.steps.length === 1) {
    const read = attributeReader(last.attribute);
    return (element) => read(element) !== undefined;
  }
  if (last?.kind === 'element') {
    const count = countElements(selector);
    return (element, evaluation) => count(element, evaluation) > 0;
  }
  const select = selectValues(selector);
  return (element, evaluation) => select(element, evaluation).length > 0;
}

function compileCount(counted: Counted, scope: CheckScope) {
  const selector = parseSelector(counted.what);
  const having = (counted.having ?? []).map((check) => compileCheck(check, scope));
  if (having.length === 0) return countElements(selector);
  const select = selectElements(selector);
  return (element: XmlElement, evaluation: Evaluation) => {
    let count = 0;
    for (const candidate of select(element, evaluation)) {
      if (having.every((test) => test(candidate, evaluation))) count++;
    }
    return count;
  };
}

/**
 * The published tests read `$program = 'X' and … or $program != 'X'`: without any program name both halves
 * are false, with two different names one of them is always true. The substring form is
 * `contains('A B', $program)`, which an empty name meets too.
 */
function compileForPrograms(check: ForProgramsCheck, scope: CheckScope): Test {
  const test = compileCheck(check.then, scope);
  const local = check.from === undefined ? null : selectValues(parseSelector(check.from));
  const joined = check.programs.join(' ');
  return (element, evaluation) => {
    const named = local ? local(element, evaluation) : headerPrograms(evaluation, scope);
    if (check.match === 'substring') return !joined.includes(named[0] ?? '') || test(element, evaluation);
    const [first, ...others] = new Set(named);
    if (first === undefined) return false;
    if (others.length > 0) return true;
    return !check.programs.includes(first) || test(element, evaluation);
  };
}

function headerPrograms(evaluation: Evaluation, scope: CheckScope): readonly string[] {
  evaluation.hasLeftSubtree = true;
  evaluation.programs ??= scope.programs(evaluation.top, evaluation);
  return evaluation.programs;
}

function isWithin(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}
