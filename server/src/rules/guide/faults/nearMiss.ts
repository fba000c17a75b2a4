import {
  carriesTemplate,
  declaredTemplate,
  guideAttribute,
  templateIds,
} from '../../../qrda3/guide/element.ts';
import { conditionTest } from '../../../qrda3/guide/select.ts';
import type { Condition, ElementStep, TemplateKey } from '../../../qrda3/guide/selector.ts';
import type { Counted, GuideTable } from '../../../qrda3/guide/table.ts';
import { findTemplate } from '../../../qrda3/guide/wording.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { Explainer } from './explainer.ts';
import type { Fault } from './fault.ts';
import { type PathWalk, partsOf, templateAsked } from './pathWalk.ts';
import { attributeFault, missingAttribute, setAttribute } from './values.ts';

/**
 * The part that is asked for is there but declares another version of its template: the version is the fault,
 * not the part's absence.
 */
export function versionFault(check: Counted, walk: PathWalk, { table }: Explainer): Fault | null {
  const template = templateAsked(check, walk);
  if (!template || template.extension === null) return null;
  for (const candidate of partsOf(check, walk)) {
    if (carriesTemplate(candidate, template)) continue;
    const declared = templateIds(candidate).find((id) => declaredTemplate(id).root === template.root);
    if (declared) return staleTemplate(declared, template, table);
  }
  return null;
}

function staleTemplate(templateId: XmlElement, template: TemplateKey, table: GuideTable): Fault {
  const label = findTemplate(table, template.root)?.name ?? template.root;
  const wanted = `must have extension="${template.extension}", the version of "${label}" in ${table.performanceYear}`;
  const attribute = guideAttribute(templateId, 'extension');
  const fault = attribute
    ? attributeFault('template-version', templateId, attribute, wanted)
    : missingAttribute(templateId, 'extension', wanted);
  return {
    ...fault,
    kind: 'template-version',
    remedy: setAttribute(templateId, 'extension', template.extension ?? ''),
  };
}

/** An element of the right name that fails one condition: it is meant, and that condition is the fault. */
export function nearMissFault(walk: PathWalk, { table }: Explainer): Fault | null {
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
  return worst ? conditionFault(worst, only, table) : null;
}

/** A root says which of several ids is meant, a participant's type code which participant. */
function isIdentifying(condition: Condition, step: ElementStep): boolean {
  return (
    condition.kind === 'equals' &&
    condition.attribute === (step.local === 'participant' ? 'typeCode' : 'root')
  );
}

function conditionFault(condition: Condition, element: XmlElement, table: GuideTable): Fault | null {
  if (condition.kind === 'template') return null;
  const { attribute: name } = condition;
  const attribute = guideAttribute(element, name);
  if (condition.kind === 'absent') {
    if (!attribute) return null;
    const fault = attributeFault('unexpected-element', element, attribute, `must have no ${name}`);
    return { ...fault, remedy: { kind: 'remove-attribute', owner: element, attribute } };
  }
  const value = condition.kind === 'equals' ? condition.value : null;
  const wanted = value === null ? `must have ${name}` : `must have ${name}="${value}"`;
  const remedy = value === null ? undefined : setAttribute(element, name, value);
  if (!attribute) {
    const fault = { ...missingAttribute(element, name, wanted), ...(remedy && { remedy }) };
    return element.local === 'templateId' ? { ...fault, kind: 'template-version' } : fault;
  }
  if (element.local === 'templateId' && value !== null) {
    return staleTemplate(element, { root: declaredTemplate(element).root, extension: value }, table);
  }
  const fault = attributeFault('fixed-value', element, attribute, wanted);
  return remedy ? { ...fault, remedy } : fault;
}
