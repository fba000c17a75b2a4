import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { attribute } from '../../xml/tree.ts';
import { OID } from '../oids.ts';
import { roleOfCode } from '../populationCodes.ts';
import { CATEGORY_SECTION_TEMPLATE } from '../templates.ts';

/**
 * The values CMS's converter reads from the element of a template, each as the attribute it stands
 * in. Readers that return a list give every match in document order: the converter works with the
 * first and complains about the others.
 */

/** `value/@code`, the population of a Measure Data observation; codes that are no population are passed over. */
export function populationCodes(observation: XmlElement): XmlAttribute[] {
  return attributesAt(observation, ['value'], 'code').filter((code) => roleOfCode(code.value) !== undefined);
}

/** `reference/externalObservation/id/@root`: the GUID of a population, of a rate's numerator or of a stratum. */
export function populationGuids(observation: XmlElement): XmlAttribute[] {
  return attributesAt(observation, ['reference', 'externalObservation', 'id'], 'root');
}

/** `value/@value` of an aggregate count. */
export function countValues(observation: XmlElement): XmlAttribute[] {
  return attributesAt(observation, ['value'], 'value');
}

/** `reference/externalDocument/id[@root eCQM]/@extension`: the measure's GUID, before it is lower-cased. */
export function measureGuids(organizer: XmlElement): XmlAttribute[] {
  return extensionsAt(organizer, ['reference', 'externalDocument', 'id'], OID.eMeasureVersion);
}

/** `reference/externalDocument/id/@extension`: the id of a PI measure or improvement activity. */
export function measureIds(organizer: XmlElement): XmlAttribute[] {
  return attributesAt(organizer, ['reference', 'externalDocument', 'id'], 'extension');
}

/** `value/@code` of Measure Performed: `Y` or `N`. */
export function answers(observation: XmlElement): XmlAttribute[] {
  return attributesAt(observation, ['value'], 'code');
}

/** The performance rate's value, or its nullFlavor where there is no value. */
export function rateValue(observation: XmlElement): XmlAttribute | undefined {
  return attributesAt(observation, ['value'], 'value')[0];
}

/** `value/@nullFlavor` of a performance rate: `NA` where there is no rate. */
export function rateNullFlavor(observation: XmlElement): XmlAttribute | undefined {
  return attributesAt(observation, ['value'], 'nullFlavor')[0];
}

/** `effectiveTime/low/@value` of a reporting parameters act. */
export function periodStarts(act: XmlElement): XmlAttribute[] {
  return attributesAt(act, ['effectiveTime', 'low'], 'value');
}

/** `effectiveTime/high/@value` of a reporting parameters act. */
export function periodEnds(act: XmlElement): XmlAttribute[] {
  return attributesAt(act, ['effectiveTime', 'high'], 'value');
}

/** The program names in the document's informationRecipient. */
export function programNames(document: XmlElement): XmlAttribute[] {
  return extensionsAt(document, ['informationRecipient', 'intendedRecipient', 'id'], OID.program);
}

/** Extension of the first 27.2.1 templateId of a quality section. */
export function categorySectionVersion(section: XmlElement): XmlAttribute | undefined {
  return extensionsAt(section, ['templateId'], CATEGORY_SECTION_TEMPLATE)[0];
}

/** `participant/associatedEntity/id[@root]/@extension`: certification id and MVP id. */
export function participantIds(document: XmlElement, root: string): XmlAttribute[] {
  return extensionsAt(document, ['participant', 'associatedEntity', 'id'], root);
}

/** From the document to the clinician; the organisation stands in it. */
export const CLINICIAN_PATH = ['documentationOf', 'serviceEvent', 'performer', 'assignedEntity'] as const;

/** NPIs: ids of the performers themselves. */
export function performerIds(document: XmlElement, root: string): XmlAttribute[] {
  return extensionsAt(document, [...CLINICIAN_PATH, 'id'], root);
}

/** TIN and entity ids: ids of the performers' organizations. */
export function organizationIds(document: XmlElement, root: string): XmlAttribute[] {
  return extensionsAt(document, [...CLINICIAN_PATH, 'representedOrganization', 'id'], root);
}

/** The elements reached by child steps, all in the namespace of the element one starts from, as the converter asks. */
export function elementsAt(element: XmlElement, path: readonly string[]): XmlElement[] {
  let level: XmlElement[] = [element];
  for (const local of path) {
    const next: XmlElement[] = [];
    for (const { children } of level) {
      for (const child of children) {
        if (child.local === local && child.namespace === element.namespace) next.push(child);
      }
    }
    level = next;
  }
  return level;
}

function attributesAt(element: XmlElement, path: readonly string[], name: string): XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  for (const found of elementsAt(element, path)) {
    const named = attribute(found, name);
    if (named) attributes.push(named);
  }
  return attributes;
}

function extensionsAt(element: XmlElement, path: readonly string[], root: string): XmlAttribute[] {
  return elementsAt(element, path).flatMap((found) => {
    if (attribute(found, 'root')?.value !== root) return [];
    return attribute(found, 'extension') ?? [];
  });
}
