import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { CDA_NAMESPACE, XSI_NAMESPACE } from '../namespaces.ts';
import { type ImaginedElement, type Role, templatesOf } from './roles.ts';
import type { TemplateKey } from './selector.ts';

/** An element that is not written yet, as its role describes it, so that it can be asked about. */
export function imagined(parent: XmlElement, role: Role): ImaginedElement {
  const { step } = role;
  const { local, namespace } = step;
  const attributes = step.conditions.flatMap((condition) =>
    condition.kind === 'equals' ? [imaginedAttribute(condition.attribute, condition.value)] : [],
  );
  const children: XmlElement[] = [];
  const element = { ...NOWHERE, name: local, local, namespace, parent, attributes, children, role };
  children.push(...templatesOf(step).map((template) => imaginedTemplateId(element, template)));
  return element;
}

function imaginedTemplateId(parent: XmlElement, { root, extension }: TemplateKey): XmlElement {
  const version = extension === null ? [] : [imaginedAttribute('extension', extension)];
  return {
    ...NOWHERE,
    name: 'templateId',
    local: 'templateId',
    namespace: CDA_NAMESPACE,
    parent,
    attributes: [imaginedAttribute('root', root), ...version],
    children: [],
  };
}

function imaginedAttribute(name: string, value: string): XmlAttribute {
  const isXsi = name.startsWith('xsi:');
  return {
    name,
    local: isXsi ? name.slice('xsi:'.length) : name,
    namespace: isXsi ? XSI_NAMESPACE : null,
    value,
    nameStart: 0,
    nameEnd: 0,
    valueStart: 0,
    valueEnd: 0,
  };
}

const NOWHERE = { start: 0, nameEnd: 0, openEnd: 0, closeStart: 0, end: 0, isTagCut: false } as const;
