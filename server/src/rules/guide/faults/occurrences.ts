import { guideAttribute } from '../../../qrda3/guide/element.ts';
import type { ElementStep, TemplateKey } from '../../../qrda3/guide/selector.ts';
import type { Counted, OccursCheck } from '../../../qrda3/guide/table.ts';
import { amount, countedPhrase, numeral } from '../../../qrda3/guide/wording.ts';
import { nameSpan, type XmlElement } from '../../../xml/tree.ts';
import type { Explainer } from './explainer.ts';
import type { Fault, Remedy } from './fault.ts';
import { nearMissFault, versionFault } from './nearMiss.ts';
import { lastName, type PathWalk, partsOf, templateAsked, walkPath } from './pathWalk.ts';
import { attributeFault } from './values.ts';

/** What is wrong with the number of elements a check counts. */
export function occursFault(check: OccursCheck, element: XmlElement, explainer: Explainer): Fault {
  const walk = walkPath(check, element, explainer);
  if (check.max !== undefined && walk.found.length > check.max) {
    return tooMany(check.max, wantedPhrase(check, 0, explainer), walk);
  }
  return (
    versionFault(check, walk, explainer) ??
    nearMissFault(walk, explainer) ??
    havingFault(check, walk, explainer) ??
    missing(check, wantedPhrase(check, walk.steps.indexOf(walk.step), explainer), walk)
  );
}

function wantedPhrase(check: OccursCheck, from: number, { table }: Explainer): string {
  return `must hold ${amount(check.min, check.max)} ${countedPhrase(check, table, from)}`;
}

function tooMany(max: number, wanted: string, walk: PathWalk): Fault {
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
    ...(max > 0 && {
      remedy: { kind: 'remove-repetition', element: extra, others: walk.found.slice(0, max) },
    }),
  };
}

/** Elements that hold one part of several kinds: with another kind inside, one more such element is asked for. */
const HOLDERS: ReadonlySet<string> = new Set(['entry', 'entryRelationship', 'component', 'reference']);

function holdsAnother(element: XmlElement): boolean {
  return HOLDERS.has(element.local) && element.children.length > 0;
}

/** The element is there, but something in it is not as asked. */
function havingFault(check: Counted, walk: PathWalk, { passes, explain }: Explainer): Fault | null {
  const [only] = walk.candidates;
  if (!only || walk.candidates.length > 1) return null;
  const failed = (check.having ?? []).find((part) => !passes(part, only));
  if (!failed) return null;
  const inner = explain(failed, only);
  if (inner.kind === 'missing-element' && inner.owner === only && holdsAnother(only)) return null;
  // With the wrong part inside, the right one is missing beside it, not within it.
  return inner.templateRoot === undefined ? inner : null;
}

function missing(check: Counted, wanted: string, walk: PathWalk): Fault {
  const template = templateAsked(check, walk);
  const { owner, step } = walk;
  const isBare = step.conditions.length === 0 && !template;
  const root = template?.root ?? templateIdRoot(step);
  const hasNone = walk.near.length === 0 && walk.candidates.length === 0;
  return {
    kind: step.local === 'templateId' ? 'template-version' : 'missing-element',
    owner,
    span: nameSpan(owner),
    wanted,
    found: hasNone || walk.found.length === 0 ? 'it holds none' : `it holds ${numeral(walk.found.length)}`,
    matter: matterOf(check, walk, template),
    ...(walk.found.length === 0 && { remedy: additionOf(check, walk) }),
    ...(hasNone && !isBare && { widerMatter: `missing:${step.local}` }),
    ...(root !== undefined && { templateRoot: root }),
  };
}

function additionOf(check: Counted, { owner, steps, step }: PathWalk): Remedy {
  return { kind: 'add-element', owner, steps: steps.slice(steps.indexOf(step)), having: check.having ?? [] };
}

/** What is missing, so that two constraints that miss the same thing are known to. */
function matterOf(check: Counted, walk: PathWalk, template: TemplateKey | null): string {
  const { steps, step } = walk;
  const names = steps.slice(steps.indexOf(step)).map((part) => part.local);
  const identity = step.conditions
    .filter((condition) => condition.kind === 'equals')
    // Of a templateId the version does not matter: without one of that root there is no version either.
    .filter((condition) => step.local !== 'templateId' || condition.attribute === 'root')
    .map((condition) => `[${condition.attribute}=${condition.value}]`);
  const part = template && !lacksOrganizer(check, walk) ? `[${template.root}]` : '';
  return `missing:${names.join('/')}${identity.join('')}${part}`;
}

/** A section's organizers each carry the base, the HL7 and the CMS template: without any, that is one fault. */
function lacksOrganizer(check: Counted, walk: PathWalk): boolean {
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
