import { carriesTemplate } from '../../../qrda3/guide/element.ts';
import {
  type Condition,
  type ElementStep,
  parseSelector,
  parseTemplateKey,
} from '../../../qrda3/guide/selector.ts';
import type {
  Check,
  Constraint,
  GuideTable,
  OccursCheck,
  TemplateGroup,
} from '../../../qrda3/guide/table.ts';
import { findTemplate } from '../../../qrda3/guide/wording.ts';
import type { NewElement } from '../../../xml/edit.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { Remedy } from '../faults/fault.ts';

/**
 * The one content that the guide leaves for a missing element: every attribute it asks for is fixed, and so is every
 * element inside. `null` where something has to be known of the submission: an id, a name, a count.
 */
export function newContent(
  { owner, steps, having }: Extract<Remedy, { kind: 'add-element' }>,
  table: GuideTable,
): NewElement | null {
  const [step, ...inner] = steps;
  if (!step) return null;
  const asked = inner.length === 0 ? having : [occurs(inner, having)];
  return build(step, asked, [step.local], { table, requirements: requirementsFrom(owner, table) });
}

interface Scope {
  readonly table: GuideTable;
  readonly requirements: readonly Requirement[];
}

/** Checks on what stands at a path of names below the owner; the empty path is the owner itself. */
interface Requirement {
  readonly path: readonly string[];
  readonly check: Check;
}

/** Elements without a parent of the same name that say everything with fixed attributes. */
interface Draft {
  readonly attributes: Map<string, string>;
  readonly needed: Set<string>;
  readonly children: OccursCheck[];
  text?: string;
}

function build(
  step: ElementStep,
  having: readonly Check[],
  path: readonly string[],
  scope: Scope,
): NewElement | null {
  const draft: Draft = { attributes: new Map(), needed: new Set(), children: [] };
  for (const condition of step.conditions) {
    if (condition.kind === 'template') return null;
    if (condition.kind === 'equals') draft.attributes.set(condition.attribute, condition.value);
    if (condition.kind === 'present') draft.needed.add(condition.attribute);
  }
  for (const check of [...having, ...checksAt(path, step, scope)]) {
    if (!note(check, draft)) return null;
  }
  return finished(step, draft, path, scope);
}

function finished(step: ElementStep, draft: Draft, path: readonly string[], scope: Scope): NewElement | null {
  const { attributes, needed, text } = draft;
  if ([...needed].some((name) => !attributes.has(name))) return null;
  const children: NewElement[] = [];
  for (const { what, having = [] } of draft.children) {
    const inner = parseSelector(what).steps.filter((part) => part.kind === 'element');
    const [first, ...rest] = inner;
    if (!first || children.some(({ name }) => name === first.local)) continue;
    const asked = rest.length === 0 ? having : [occurs(rest, having)];
    const child = build(first, asked, [...path, first.local], scope);
    if (!child) return null;
    children.push(child);
  }
  // Without anything inside it, what the element should say is not known; a class alone says nothing.
  const isTelling = [...attributes.keys()].some((name) => !/^(?:class|mood|type)Code$|^xsi:type$/.test(name));
  if (children.length === 0 && !isTelling && text === undefined) return null;
  if (step.local === 'templateId') addVersion(attributes, scope.table);
  if (step.local === 'id' && !attributes.has('extension') && !attributes.has('nullFlavor')) return null;
  return { name: step.local, attributes: [...attributes], ...(text === undefined ? { children } : { text }) };
}

/** A templateId of a root has the version of the year, also where only its root is asked for. */
function addVersion(attributes: Map<string, string>, table: GuideTable): void {
  const extension = findTemplate(table, attributes.get('root') ?? '')?.extension;
  if (extension !== undefined && !attributes.has('extension')) attributes.set('extension', extension);
}

/** Takes a check into a draft; `false` where it leaves a choice. */
function note(check: Check, draft: Draft): boolean {
  switch (check.kind) {
    case 'fixed': {
      if (check.what === 'text()') draft.text = capitalised(check.value);
      else if (!check.what.startsWith('@')) return false;
      else if ((draft.attributes.get(check.what.slice(1)) ?? check.value) !== check.value) return false;
      else draft.attributes.set(check.what.slice(1), check.value);
      return true;
    }
    case 'present':
      if (!check.what.startsWith('@')) return false;
      draft.needed.add(check.what.slice(1));
      return true;
    case 'inValueSet':
      if (check.what.startsWith('@')) draft.needed.add(check.what.slice(1));
      return true;
    case 'all':
      return check.checks.every((part) => note(part, draft));
    case 'occurs':
      if ((check.min ?? 0) > 0) draft.children.push(check);
      return true;
    default:
      // Conditional and numeric checks say nothing of an element that is yet to be written; a choice is one.
      return check.kind !== 'any';
  }
}

/** What the guide asks of a new element at a path, also through counts of it that name its attributes. */
function checksAt(path: readonly string[], step: ElementStep, { requirements }: Scope): Check[] {
  const above = path.slice(0, -1);
  return requirements.flatMap(({ path: at, check }) => {
    if (isSame(at, path)) return [check];
    if (step.local === 'templateId' || !isSame(at, above) || check.kind !== 'occurs') return [];
    const steps = parseSelector(check.what).steps;
    const [only] = steps;
    if (steps.length !== 1 || only?.kind !== 'element' || only.local !== step.local) return [];
    const fixed = only.conditions.flatMap((condition): Check[] =>
      condition.kind === 'equals'
        ? [{ kind: 'fixed', what: `@${condition.attribute}`, value: condition.value }]
        : [],
    );
    return [...fixed, ...(check.having ?? [])];
  });
}

/** All constraints that concern the owner or what is inside it, from its own templates and those of the elements around it. */
function requirementsFrom(owner: XmlElement, table: GuideTable): Requirement[] {
  const found: Requirement[] = [];
  const way: string[] = [];
  for (let at: XmlElement | null = owner; at; at = at.parent) {
    for (const group of groupsOf(at, table)) {
      for (const constraint of group.constraints) {
        const path = pathOf(constraint);
        if (path && isSame(path.slice(0, way.length), way))
          found.push({ path: path.slice(way.length), check: constraint.check });
      }
    }
    way.unshift(at.local);
  }
  return found;
}

function groupsOf(element: XmlElement, table: GuideTable): TemplateGroup[] {
  return table.rules.filter(
    (group): group is TemplateGroup =>
      !('anywhere' in group) &&
      group.element === element.local &&
      (element.parent === null ||
        group.template === undefined ||
        carriesTemplate(element, parseTemplateKey(group.template))),
  );
}

/** The names from the group's element to what is tested; `null` for a path that climbs or asks for more than names. */
function pathOf({ at = '' }: Constraint): readonly string[] | null {
  const steps = parseSelector(at).steps;
  const names = steps.flatMap((step) =>
    step.kind === 'element' && step.local !== 'templateId' ? [step.local] : [],
  );
  return names.length === steps.length ? names : null;
}

function occurs(steps: readonly ElementStep[], having: readonly Check[]): OccursCheck {
  return { kind: 'occurs', min: 1, what: steps.map(stepText).join('/'), having };
}

function stepText({ local, conditions }: ElementStep): string {
  return local + conditions.map((condition) => `[${conditionText(condition)}]`).join('');
}

function conditionText(condition: Condition): string {
  if (condition.kind === 'equals') return `@${condition.attribute}='${condition.value}'`;
  if (condition.kind === 'template') {
    const { root, extension } = condition.template;
    return `template ${extension === null ? root : `${root}:${extension}`}`;
  }
  return condition.kind === 'present' ? `@${condition.attribute}` : `not(@${condition.attribute})`;
}

/** The checker compares in lower case; headings are written with capitals. */
function capitalised(text: string): string {
  return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
