import { nameSpan, valueSpan, type XmlAttribute, type XmlElement } from '../../xml/tree.ts';
import { XSI_NAMESPACE } from '../namespaces.ts';
import type { CompiledType } from './compile.ts';
import type { SchemaFault } from './fault.ts';
import { attributeKey } from './names.ts';

/** Checks an element's attributes; notes its IDs, which must be unique in the document. */
export function checkAttributes(
  element: XmlElement,
  type: CompiledType,
  ids: Set<string>,
  faults: SchemaFault[],
): void {
  for (const attribute of element.attributes) {
    if (isMarkup(attribute)) continue;
    const rule = type.attributes.get(attributeKey(attribute.local, attribute.namespace));
    if (!rule) {
      const span = { start: attribute.nameStart, end: attribute.nameEnd };
      faults.push({
        kind: 'unknown-attribute',
        element,
        span,
        attribute,
        known: [...type.attributes.keys()],
      });
    } else if (!rule.type.accepts(attribute.value)) {
      const { phrase } = rule.type;
      faults.push({ kind: 'attribute-value', element, span: valueSpan(attribute), attribute, phrase });
    } else if (rule.isId) {
      if (ids.has(attribute.value)) {
        faults.push({ kind: 'repeated-id', element, span: valueSpan(attribute), attribute });
      }
      ids.add(attribute.value);
    }
  }
  for (const name of type.required) {
    if (!element.attributes.some(({ local, namespace }) => attributeKey(local, namespace) === name)) {
      faults.push({ kind: 'missing-attribute', element, span: nameSpan(element), name });
    }
  }
}

/** Namespace declarations and what XML Schema itself reads are no attributes of the type. */
function isMarkup({ name, namespace, local }: XmlAttribute): boolean {
  if (namespace === XSI_NAMESPACE) return local !== 'nil';
  return name === 'xmlns' || name.startsWith('xmlns:');
}
