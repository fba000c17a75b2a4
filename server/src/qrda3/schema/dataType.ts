import { attributeValue, nameSpan, valueSpan, type XmlAttribute, type XmlElement } from '../../xml/tree.ts';
import { CDA_NAMESPACE, XSI_NAMESPACE } from '../namespaces.ts';
import type { CompiledType, TypeLookup } from './compile.ts';
import type { SchemaFault } from './fault.ts';
import { elementKey } from './names.ts';

/** The type an element has: its declared one, or the one it names with `xsi:type`, which must be derived from that. */
export function typeOf(
  element: XmlElement,
  declared: string,
  lookup: TypeLookup,
  faults: SchemaFault[],
): CompiledType | undefined {
  const named = xsiType(element);
  if (!named) {
    const type = lookup(declared);
    if (!type?.isAbstract) return type;
    faults.push({ kind: 'data-type', element, span: nameSpan(element), given: null, declared });
    return undefined;
  }
  const type = lookup(localType(named, element) ?? '');
  if (type && !type.isAbstract && (type.name === declared || type.ancestors.includes(declared))) return type;
  faults.push({ kind: 'data-type', element, span: valueSpan(named), given: named.value, declared });
  return undefined;
}

/** The type of an element that its parents' types give it; `undefined` where the schema does not know it. */
export function typeInPlace(element: XmlElement, lookup: TypeLookup): CompiledType | undefined {
  const key = elementKey(element.local, element.namespace);
  const declared = element.parent
    ? typeInPlace(element.parent, lookup)?.content.typeByKey.get(key)
    : key === 'ClinicalDocument'
      ? key
      : undefined;
  return declared === undefined ? undefined : (typeOf(element, declared, lookup, []) ?? lookup(declared));
}

function xsiType(element: XmlElement): XmlAttribute | undefined {
  for (const attribute of element.attributes) {
    if (attribute.local === 'type' && attribute.namespace === XSI_NAMESPACE) return attribute;
  }
  return undefined;
}

/** The type's name when its prefix stands for the CDA namespace, else `null`. */
function localType({ value }: XmlAttribute, element: XmlElement): string | null {
  const [prefix = '', local] = value.trim().includes(':') ? value.trim().split(':') : ['', value.trim()];
  return namespaceOf(prefix, element) === CDA_NAMESPACE ? (local ?? '') : null;
}

function namespaceOf(prefix: string, element: XmlElement): string | null {
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  // Nearly always the element's own prefix, whose namespace is known.
  const own = element.name.includes(':') ? element.name.slice(0, element.name.indexOf(':')) : '';
  if (own === prefix) return element.namespace;
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const declared = attributeValue(at, name);
    if (declared !== undefined) return declared;
  }
  return null;
}
