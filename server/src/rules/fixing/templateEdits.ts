import type { GuideTable } from '../../qrda3/guide/table.ts';
import { findTemplate } from '../../qrda3/guide/wording.ts';
import { insertChild, newElementText, setAttribute } from '../../xml/edit.ts';
import { attributeValue, type XmlElement } from '../../xml/tree.ts';
import type { ProposedFix } from '../rule.ts';

/** Adds a templateId behind those the element has; where one of the root is there, gives it its version. */
export function addTemplate(
  element: XmlElement,
  root: string,
  extension: string | undefined,
  text: string,
): ProposedFix {
  const known = element.children.find(
    (child) => child.local === 'templateId' && attributeValue(child, 'root') === root,
  );
  if (known && extension !== undefined) {
    const edits = [setAttribute(known, 'extension', extension)];
    return { title: `Set the extension to ${extension}`, edits, mayUncover: true };
  }
  const version = extension === undefined ? [] : [['extension', extension] as const];
  const templateId = { name: 'templateId', attributes: [['root', root] as const, ...version] };
  return {
    title: `Add ${newElementText(templateId)}`,
    edits: [insertChild(text, element, placeOf(element), templateId)],
    mayUncover: true,
  };
}

/** Adds a template in the version of the year; nothing when the year does not have it. */
export function addTemplateOfYear(
  element: XmlElement,
  root: string,
  table: GuideTable | undefined,
  text: string,
): ProposedFix[] {
  const template = table && findTemplate(table, root);
  return template ? [addTemplate(element, root, template.extension, text)] : [];
}

function placeOf({ children }: XmlElement): number {
  const last = children.findLastIndex(({ local }) => local === 'templateId');
  if (last !== -1) return last + 1;
  return children.findLastIndex(({ local }) => local === 'realmCode' || local === 'typeId') + 1;
}
