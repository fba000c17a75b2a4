import { CDA_NAMESPACE } from '../namespaces.ts';
import { type CheckScope, compileCheck } from './checks.ts';
import type { Test } from './evaluation.ts';
import { type ElementSelect, endsPath, selectElements, selectValues } from './select.ts';
import { parseSelector, parseTemplateKey, type Selector, type TemplateKey } from './selector.ts';
import type { AnywhereGroup, Constraint, ConstraintGroup, GuideTable, TemplateGroup } from './table.ts';

/** A year's constraints as functions, found by the name and the templates of an element. */
export interface CompiledGuide {
  readonly table: GuideTable;
  readonly byElement: ReadonlyMap<string, ElementConstraints>;
  /** What a further check is compiled with, so that it means the same as the year's own. */
  readonly scope: CheckScope;
}

/** Everything that may concern an element of one name. */
export interface ElementConstraints {
  readonly untemplated: CompiledGroup[];
  readonly byRoot: Map<string, TemplateConstraints>;
  readonly anywhere: CompiledAnywhere[];
  /** Groups of the templates every document of the year carries. */
  readonly ofDocument: CompiledGroup[];
}

/** The groups of one template root. */
export interface TemplateConstraints {
  readonly anyVersion: CompiledGroup[];
  readonly byExtension: Map<string, CompiledGroup[]>;
  /** The version this year's files carry. */
  readonly current: string | null;
}

export interface CompiledGroup {
  readonly template: TemplateKey | null;
  readonly isOverlooked: boolean;
  readonly sites: readonly Site[];
}

/** The constraints on the elements at one path; the path is walked once for all of them. */
export interface Site {
  /** `null`: the group's element itself. */
  readonly select: ElementSelect | null;
  /** The path; as many steps as it leads levels down. */
  readonly path: Selector;
  /** Whether an element that many levels down is one the path leads to. */
  readonly leadsTo: Test;
  readonly constraints: CompiledConstraint[];
}

export interface CompiledConstraint {
  readonly constraint: Constraint;
  readonly test: Test;
}

export interface CompiledAnywhere {
  readonly matches: Test;
  readonly constraints: readonly CompiledConstraint[];
}

/** Compiles a year's table; throws when the table does not keep to its vocabulary. */
export function compileGuide(table: GuideTable): CompiledGuide {
  const scope: CheckScope = {
    valueSets: new Map(table.valueSets.map((set) => [set.oid, new Set(set.codes)])),
    programs: selectValues(parseSelector(table.program.at)),
  };
  const byElement = new Map<string, ElementConstraints>();
  for (const group of table.rules) {
    if ('anywhere' in group) addAnywhere(byElement, group, scope);
    else addTemplateGroup(byElement, group, false, table, scope);
  }
  for (const group of table.overlooked) addTemplateGroup(byElement, group, true, table, scope);
  return { table, byElement, scope };
}

/** The key of an element name: plain in the CDA namespace, `{}name` in none. */
export function elementKey(local: string, namespace: string | null): string {
  return namespace === CDA_NAMESPACE ? local : `{${namespace ?? ''}}${local}`;
}

function constraintsOf(byElement: Map<string, ElementConstraints>, key: string): ElementConstraints {
  let entry = byElement.get(key);
  if (!entry) {
    entry = { untemplated: [], byRoot: new Map(), anywhere: [], ofDocument: [] };
    byElement.set(key, entry);
  }
  return entry;
}

function addTemplateGroup(
  byElement: Map<string, ElementConstraints>,
  group: TemplateGroup,
  isOverlooked: boolean,
  table: GuideTable,
  scope: CheckScope,
): void {
  const entry = constraintsOf(byElement, group.element);
  const template = group.template === undefined ? null : parseTemplateKey(group.template);
  const compiled: CompiledGroup = { template, isOverlooked, sites: compileSites(group, scope) };
  if (!template) {
    entry.untemplated.push(compiled);
    return;
  }
  const declared = table.templates.find((candidate) => candidate.root === template.root);
  let versions = entry.byRoot.get(template.root);
  if (!versions) {
    versions = { anyVersion: [], byExtension: new Map(), current: declared?.extension ?? null };
    entry.byRoot.set(template.root, versions);
  }
  if (template.extension === null) versions.anyVersion.push(compiled);
  else {
    const same = versions.byExtension.get(template.extension);
    if (same) same.push(compiled);
    else versions.byExtension.set(template.extension, [compiled]);
  }
  if (declared?.level === 'document' && template.extension === declared.extension) {
    entry.ofDocument.push(compiled);
  }
}

function addAnywhere(
  byElement: Map<string, ElementConstraints>,
  group: AnywhereGroup,
  scope: CheckScope,
): void {
  const constraints = compileConstraints(group, scope);
  const endsByKey = new Map<string, Test[]>();
  for (const path of group.anywhere.map(parseSelector)) {
    const last = path.steps.at(-1);
    if (last?.kind !== 'element') throw new Error(`"${path.source}" does not end at an element.`);
    const key = elementKey(last.local, last.namespace);
    const ends = endsByKey.get(key);
    if (ends) ends.push(endsPath(path));
    else endsByKey.set(key, [endsPath(path)]);
  }
  for (const [key, ends] of endsByKey) {
    constraintsOf(byElement, key).anywhere.push({
      // However many of the paths lead to it, an element is tested once.
      matches: (element, evaluation) => ends.some((end) => end(element, evaluation)),
      constraints,
    });
  }
}

function compileSites(group: TemplateGroup, scope: CheckScope): Site[] {
  const sites = new Map<string, Site>();
  for (const compiled of compileConstraints(group, scope)) {
    const at = compiled.constraint.at ?? '';
    const site = sites.get(at);
    if (site) site.constraints.push(compiled);
    else {
      const path = parseSelector(at);
      const select = at === '' ? null : selectElements(path);
      sites.set(at, { select, path, leadsTo: endsPath(path), constraints: [compiled] });
    }
  }
  return [...sites.values()];
}

function compileConstraints(group: ConstraintGroup, scope: CheckScope): CompiledConstraint[] {
  return group.constraints.map((constraint) => ({ constraint, test: compileCheck(constraint.check, scope) }));
}
