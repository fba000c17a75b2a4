import { carriesTemplate, declaredTemplate, guideAttribute, templateIds } from '../../qrda3/guide/element.ts';
import { parentOf } from '../../qrda3/guide/evaluation.ts';
import { conditionTest, elementTest } from '../../qrda3/guide/select.ts';
import {
  type Condition,
  type ElementStep,
  parseSelector,
  type TemplateKey,
} from '../../qrda3/guide/selector.ts';
import type { Check, Counted, OccursCheck } from '../../qrda3/guide/table.ts';
import { amount, countedPhrase, findTemplate, numeral } from '../../qrda3/guide/wording.ts';
import { nameSpan, type XmlElement } from '../../xml/tree.ts';
import type { Explaining, Fault } from './fault.ts';
import { attributeFault, missingAttribute, replacementOf } from './values.ts';

/** Decides whether an element passes a check; the compiled tests of the guide. */
export type Passes = (check: Check, element: XmlElement) => boolean;

/** Explains a check an element does not pass. */
export type Explain = (check: Check, element: XmlElement) => Fault;

interface Search {
  readonly explaining: Explaining;
  readonly passes: Passes;
  readonly explain: Explain;
}

/** What is wrong with the number of elements a check counts. */
export function occursFault(check: OccursCheck, element: XmlElement, search: Search): Fault {
  const walk = walkPath(check, element, search);
  if (check.max !== undefined && walk.found.length > check.max) {
    return tooMany(check.max, wantedPhrase(check, 0, search), walk);
  }
  return (
    versionFault(check, walk, search) ??
    nearMissFault(walk, search) ??
    havingFault(check, walk, search) ??
    missing(check, wantedPhrase(check, walk.steps.indexOf(walk.step), search), walk)
  );
}

function wantedPhrase(check: OccursCheck, from: number, { explaining }: Search): string {
  return `must hold ${amount(check.min, check.max)} ${countedPhrase(check, explaining.table, from)}`;
}

/** How far a path leads. */
interface Walk {
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

function walkPath(counted: Counted, element: XmlElement, search: Search): Walk {
  const { evaluation } = search.explaining;
  const selector = parseSelector(counted.what);
  let start: XmlElement = selector.isAbsolute ? evaluation.top : element;
  const steps: ElementStep[] = [];
  for (const step of selector.steps) {
    if (step.kind === 'parent') start = parentOf(start, evaluation) ?? start;
    else if (step.kind === 'element') steps.push(step);
  }
  let level: XmlElement[] = [start];
  let owner = start;
  for (const [index, step] of steps.entries()) {
    owner = level[0] ?? start;
    const named = level.flatMap((parent) => parent.children.filter(elementTest({ ...step, conditions: [] })));
    const next = named.filter((child) =>
      step.conditions.every((condition) => conditionTest(condition)(child)),
    );
    if (next.length === 0 || index === steps.length - 1) {
      const near = next.length === 0 ? named : [];
      const candidates = next;
      const found = candidates.filter((child) =>
        (counted.having ?? []).every((check) => search.passes(check, child)),
      );
      return { start, steps, owner, step, near, candidates, found };
    }
    level = next;
  }
  throw new Error(`The path "${counted.what}" counts no elements.`);
}

function tooMany(max: number, wanted: string, walk: Walk): Fault {
  const extra = walk.found[max] ?? walk.owner;
  const given = walk.step.conditions.findLast((condition) => condition.kind === 'present');
  const attribute =
    max === 0 && given?.kind === 'present' ? guideAttribute(extra, given.attribute) : undefined;
  const owner = walk.start;
  if (attribute) return { ...attributeFault('unexpected-element', extra, attribute, wanted), owner };
  return {
    kind: max === 0 ? 'unexpected-element' : 'too-many-elements',
    owner,
    span: nameSpan(extra),
    wanted,
    found: max === 0 ? 'it holds this one' : `it holds ${numeral(walk.found.length)}`,
    matter: 'extra',
  };
}

/**
 * The part that is asked for is there but declares another version of its template: the version is the fault,
 * not the part's absence.
 */
function versionFault(check: Counted, walk: Walk, { explaining }: Search): Fault | null {
  const template = templateOf(check, walk);
  if (!template || template.extension === null) return null;
  for (const candidate of partsOf(check, walk)) {
    if (carriesTemplate(candidate, template)) continue;
    const declared = templateIds(candidate).find((id) => declaredTemplate(id).root === template.root);
    if (declared) return staleTemplate(declared, template, explaining);
  }
  return null;
}

function staleTemplate(templateId: XmlElement, template: TemplateKey, { table }: Explaining): Fault {
  const label = findTemplate(table, template.root)?.name ?? template.root;
  const wanted = `must have extension="${template.extension}", the version of "${label}" in ${table.performanceYear}`;
  const attribute = guideAttribute(templateId, 'extension');
  if (!attribute) return { ...missingAttribute(templateId, 'extension', wanted), kind: 'template-version' };
  return {
    ...attributeFault('template-version', templateId, attribute, wanted),
    replacement: replacementOf(attribute, template.extension ?? ''),
  };
}

/** The template that is asked of the counted elements, or of a part directly inside them. */
function templateOf(check: Counted, walk: Walk): TemplateKey | null {
  const own = walk.steps.at(-1)?.conditions.find((condition) => condition.kind === 'template');
  if (own?.kind === 'template') return own.template;
  const nested = check.having?.find((part) => part.kind === 'occurs');
  if (!nested) return null;
  const step = parseSelector(nested.what).steps.at(-1);
  if (step?.kind !== 'element') return null;
  const inner = step.conditions.find((condition) => condition.kind === 'template');
  return inner?.kind === 'template' ? inner.template : null;
}

function partsOf(check: Counted, walk: Walk): readonly XmlElement[] {
  if (walk.near.length > 0) return walk.near;
  const nested = check.having?.find((part) => part.kind === 'occurs');
  const local = nested && lastName(nested.what);
  return walk.candidates.flatMap((candidate) => candidate.children.filter((child) => child.local === local));
}

function lastName(what: string): string {
  const last = parseSelector(what).steps.at(-1);
  return last?.kind === 'element' ? last.local : '';
}

/** An element of the right name that fails one condition: it is meant, and that condition is the fault. */
function nearMissFault(walk: Walk, { explaining }: Search): Fault | null {
  const identifying = walk.step.conditions.filter((condition) => isIdentifying(condition, walk.step));
  const meant = walk.near.filter((element) =>
    identifying.every((condition) => conditionTest(condition)(element)),
  );
  const [only] = meant;
  if (!only || (meant.length > 1 && identifying.length === 0)) return null;
  const failed = walk.step.conditions.filter((condition) => !conditionTest(condition)(only));
  if (failed.length === 0 || failed.some((condition) => condition.kind === 'template')) return null;
  // A value that must not be there says more than one that is missing beside it.
  const worst = failed.find((condition) => condition.kind === 'absent') ?? failed[0];
  return worst ? conditionFault(worst, only, explaining) : null;
}

/** A root says which of several ids is meant, a participant's type code which participant. */
function isIdentifying(condition: Condition, step: ElementStep): boolean {
  return (
    condition.kind === 'equals' &&
    condition.attribute === (step.local === 'participant' ? 'typeCode' : 'root')
  );
}

function conditionFault(condition: Condition, element: XmlElement, { table }: Explaining): Fault | null {
  if (condition.kind === 'template') return null;
  const { attribute: name } = condition;
  const attribute = guideAttribute(element, name);
  if (condition.kind === 'absent') {
    return attribute
      ? attributeFault('unexpected-element', element, attribute, `must have no ${name}`)
      : null;
  }
  const value = condition.kind === 'equals' ? condition.value : null;
  const wanted = value === null ? `must have ${name}` : `must have ${name}="${value}"`;
  if (!attribute) {
    const fault = missingAttribute(element, name, wanted);
    return element.local === 'templateId' ? { ...fault, kind: 'template-version' } : fault;
  }
  if (element.local === 'templateId' && value !== null) {
    return staleTemplate(element, { root: guideAttribute(element, 'root')?.value ?? '', extension: value }, {
      table,
    } as Explaining);
  }
  const fault = attributeFault('fixed-value', element, attribute, wanted);
  return value === null ? fault : { ...fault, replacement: replacementOf(attribute, value) };
}

/** Elements that hold one part of several kinds: with another kind inside, one more such element is asked for. */
const HOLDERS: ReadonlySet<string> = new Set(['entry', 'entryRelationship', 'component', 'reference']);

function holdsAnother(element: XmlElement): boolean {
  return HOLDERS.has(element.local) && element.children.length > 0;
}

/** The element is there, but something in it is not as asked. */
function havingFault(check: Counted, walk: Walk, { passes, explain }: Search): Fault | null {
  const [only] = walk.candidates;
  if (!only || walk.candidates.length > 1) return null;
  const failed = (check.having ?? []).find((part) => !passes(part, only));
  if (!failed) return null;
  const inner = explain(failed, only);
  if (inner.kind === 'missing-element' && inner.owner === only && holdsAnother(only)) return null;
  // With the wrong part inside, the right one is missing beside it, not within it.
  return inner.templateRoot === undefined ? inner : null;
}

function missing(check: Counted, wanted: string, walk: Walk): Fault {
  const template = templateOf(check, walk);
  const { owner, step } = walk;
  const names = walk.steps.slice(walk.steps.indexOf(step)).map((part) => part.local);
  const isBare = step.conditions.length === 0 && !template;
  const identity = step.conditions
    .filter((condition) => condition.kind === 'equals')
    .map((condition) => `[${condition.attribute}=${condition.value}]`)
    .filter((text) => step.local !== 'templateId' || text.startsWith('[root='));
  const root = template?.root ?? templateIdRoot(step);
  const hasNone = walk.near.length === 0 && walk.candidates.length === 0;
  return {
    kind: step.local === 'templateId' ? 'template-version' : 'missing-element',
    owner,
    span: nameSpan(owner),
    wanted,
    found: hasNone || walk.found.length === 0 ? 'it holds none' : `it holds ${numeral(walk.found.length)}`,
    matter: `missing:${names.join('/')}${identity.join('')}${template && !lacksOrganizer(check, walk) ? `[${template.root}]` : ''}`,
    ...(hasNone && !isBare && { widerMatter: `missing:${step.local}` }),
    ...(root !== undefined && { templateRoot: root }),
  };
}

/** A section's organizers each carry the base, the HL7 and the CMS template: without any, that is one fault. */
function lacksOrganizer(check: Counted, walk: Walk): boolean {
  const asksOrganizer = check.having?.some(
    (part) => part.kind === 'occurs' && lastName(part.what) === 'organizer',
  );
  return walk.step.local === 'entry' && asksOrganizer === true && partsOf(check, walk).length === 0;
}

function templateIdRoot(step: ElementStep): string | undefined {
  if (step.local !== 'templateId') return undefined;
  const root = step.conditions.find(
    (condition) => condition.kind === 'equals' && condition.attribute === 'root',
  );
  return root?.kind === 'equals' ? root.value : undefined;
}
