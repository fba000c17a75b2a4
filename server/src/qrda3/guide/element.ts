import type { XmlAttribute, XmlElement } from '../../xml/tree.ts';
import { CDA_NAMESPACE, XSI_NAMESPACE } from '../namespaces.ts';
import type { TemplateKey } from './selector.ts';

/** Reads one attribute of an element. */
export type AttributeReader = (element: XmlElement) => XmlAttribute | undefined;

/** Reads the attribute a guide path names: one without namespace, or `xsi:type` whatever its prefix in the file. */
export function attributeReader(name: string): AttributeReader {
  const isXsi = name.startsWith('xsi:');
  const local = isXsi ? name.slice(4) : name;
  const namespace = isXsi ? XSI_NAMESPACE : null;
  return (element) => {
    for (const attribute of element.attributes) {
      if (attribute.local === local && attribute.namespace === namespace) return attribute;
    }
    return undefined;
  };
}

/** An attribute as a path of the guide names it: `xsi:type` by its namespace, any other in none. */
export function guideAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return attributeReader(name)(element);
}

/** The value of {@link guideAttribute}. */
export function guideValue(element: XmlElement, name: string): string | undefined {
  return attributeReader(name)(element)?.value;
}

const readRoot = attributeReader('root');
const readExtension = attributeReader('extension');

/** What a `templateId` says. */
export function declaredTemplate(templateId: XmlElement): {
  readonly root: string;
  readonly extension: string | null;
} {
  return {
    root: readRoot(templateId)?.value ?? '',
    extension: readExtension(templateId)?.value ?? null,
  };
}

/** The element's `templateId` children, in document order. */
export function templateIds(element: XmlElement): XmlElement[] {
  return element.children.filter(isTemplateId);
}

/** Whether the element is a `templateId` of CDA. */
export function isTemplateId(element: XmlElement): boolean {
  return element.local === 'templateId' && element.namespace === CDA_NAMESPACE;
}

/** Whether the element declares the template, in the version the key names or in any when it names none. */
export function carriesTemplate(element: XmlElement, template: TemplateKey): boolean {
  return element.children.some(
    (child) =>
      isTemplateId(child) &&
      readRoot(child)?.value === template.root &&
      (template.extension === null || readExtension(child)?.value === template.extension),
  );
}
