import type { XmlElement } from '../../xml/tree.ts';
import { compileCheck } from './checks.ts';
import { startEvaluation } from './evaluation.ts';
import { childrenSpokenOf } from './relevant.ts';
import {
  type Asked,
  checksOn,
  DEPTH,
  isImagined,
  mayBe,
  occurrences,
  parts,
  rolesOf,
  singleStep,
  withoutMax,
} from './roles.ts';
import { elementTest } from './select.ts';
import type { Condition, ElementStep } from './selector.ts';
import type { OccursCheck, ValueSet } from './table.ts';

/** A child that the guide asks an element to hold. */
export interface ChildDemand {
  readonly check: OccursCheck;
  readonly step: ElementStep;
  /** It must be there; otherwise it should. */
  readonly isRequired: boolean;
  /** There are enough of them. */
  readonly isMet: boolean;
  /** There may be no more of them. */
  readonly isFull: boolean;
  /** It must or should be there; otherwise it may, and the guide says what it has to be then. */
  readonly isAsked: boolean;
  /** Something else may stand there instead. */
  readonly isAlternative: boolean;
}

/** What the guide asks of an attribute of an element. */
export interface AttributeDemand {
  readonly name: string;
  /** Values it may have, the first the likeliest; none: any. */
  readonly values: readonly string[];
  readonly valueSet: ValueSet | null;
}

/**
 * What the guide wants in an element, besides what stands there: by its templates, by the paths of the templates
 * around it, and by what its parents are asked to hold.
 * @param children the children that stand there, without the one that is being written
 */
export function childDemands(
  element: XmlElement,
  asked: Asked,
  children: readonly XmlElement[] = element.children,
): ChildDemand[] {
  const evaluation = startEvaluation(asked.document);
  const view: XmlElement = { ...element, children };
  const demanded = checksOn(element, asked, DEPTH).flatMap(({ check, isRequired }) => {
    const isSatisfied = check.kind === 'any' && compileCheck(check, asked.guide.scope)(view, evaluation);
    return occurrences(check, view, asked, evaluation).flatMap((occurs, index) => {
      const step = singleStep(occurs);
      if (!step || occurs.max === 0) return [];
      const { max = Number.POSITIVE_INFINITY, min = 0 } = occurs;
      const has = (count: number) =>
        compileCheck({ ...withoutMax(occurs), min: count }, asked.guide.scope)(view, evaluation);
      return [
        {
          check: occurs,
          step,
          isRequired: isRequired && min > 0,
          isMet: isSatisfied || has(Math.max(min, 1)),
          isFull: Number.isFinite(max) && has(max),
          isAsked: true,
          isAlternative: check.kind === 'any' && index > 0,
        },
      ];
    });
  });
  const spokenOf = childrenSpokenOf(element, asked.guide, asked.document).map((step) => ({
    check: { kind: 'occurs', what: pathOf(step) } as const,
    step,
    isRequired: false,
    isMet: children.some(elementTest(step)),
    isFull: false,
    isAsked: false,
    isAlternative: false,
  }));
  return [...demanded, ...spokenOf];
}

/** A step as a path is written. */
function pathOf({ local, conditions }: ElementStep): string {
  return `${local}${conditions.map((condition) => `[${conditionText(condition)}]`).join('')}`;
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'equals':
      return `@${condition.attribute}='${condition.value}'`;
    case 'present':
      return `@${condition.attribute}`;
    case 'absent':
      return `not(@${condition.attribute})`;
    case 'template':
      return `template ${[condition.template.root, condition.template.extension].filter((part) => part !== null).join(':')}`;
  }
}

/** What the guide asks of the attributes of an element: by its own constraints and by what its parent is asked to hold. */
export function attributeDemands(element: XmlElement, asked: Asked): AttributeDemand[] {
  const demands = new Map<string, { values: string[]; valueSet: ValueSet | null }>();
  const note = (what: string, value?: string, valueSet?: ValueSet) => {
    if (!/^@[\w:]+$/.test(what)) return;
    const name = what.slice(1);
    const demand = demands.get(name) ?? { values: [], valueSet: null };
    if (value !== undefined && !demand.values.includes(value)) demand.values.push(value);
    demand.valueSet ??= valueSet ?? null;
    demands.set(name, demand);
  };
  const evaluation = startEvaluation(asked.document);
  for (const { check } of checksOn(element, asked, DEPTH)) {
    const [first, ...others] = parts(check, element, asked, evaluation).filter(
      ({ kind }) => kind !== 'inside',
    );
    if (!first) continue;
    // Of alternatives, the first: an id has a root rather than a nullFlavor.
    for (const part of check.kind === 'any' ? [first] : [first, ...others]) {
      if (part.kind === 'fixed') note(part.what, part.value);
      else if (part.kind === 'present' || part.kind === 'valueOrNullFlavor') note(part.what);
      else if (part.kind === 'inValueSet') {
        note(
          part.what,
          undefined,
          asked.guide.table.valueSets.find(({ oid }) => oid === part.valueSet),
        );
      }
    }
  }
  const spokenOf = element.parent ? childrenSpokenOf(element.parent, asked.guide, asked.document) : [];
  const steps = [
    ...rolesOf(element, asked, DEPTH).map(({ step }) => step),
    ...(isImagined(element) ? [] : spokenOf.filter((step) => mayBe(element, step))),
  ];
  for (const { conditions } of steps) {
    for (const condition of conditions) {
      if (condition.kind === 'equals') note(`@${condition.attribute}`, condition.value);
      else if (condition.kind === 'present') note(`@${condition.attribute}`);
    }
  }
  return [...demands].map(([name, demand]) => ({ name, ...demand }));
}

/** Demands without those that another describes more closely: `id` where `id[@root='…']` is asked for too. */
export function mostSpecific(demands: readonly ChildDemand[]): ChildDemand[] {
  const keys = demands.map(({ step, check }) => ({
    local: step.local,
    conditions: step.conditions.map((condition) => JSON.stringify(condition)),
    having: check.having === undefined ? null : JSON.stringify(check.having),
  }));
  return demands.filter((_, index) => {
    const own = keys[index];
    return !keys.some((other, at) => {
      if (at === index || !own || other.local !== own.local) return false;
      if (!own.conditions.every((condition) => other.conditions.includes(condition))) return false;
      if (own.having !== null && own.having !== other.having) return false;
      const isSame = own.conditions.length === other.conditions.length && own.having === other.having;
      return !isSame || at < index;
    });
  });
}
