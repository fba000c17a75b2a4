import { guideAttribute } from '../../../qrda3/guide/element.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { Fault } from './fault.ts';
import { attributeFault, missingAttribute } from './values.ts';

/** Attributes that exclude each other stand together: the last of them is the one to take away. */
export function explainNotTogether(names: readonly string[], element: XmlElement): Fault {
  const attribute = names
    .map((name) => guideAttribute(element, name))
    .findLast((found) => found !== undefined);
  const wanted = `must not have ${names.join(' and ')} at once`;
  if (attribute) return attributeFault('value-or-null-flavor', element, attribute, wanted);
  return { ...missingAttribute(element, names[0] ?? '', wanted), kind: 'value-or-null-flavor' };
}

/** A value and a nullFlavor stand together, or neither does. */
export function explainNullFlavor(name: string, element: XmlElement): Fault {
  const nullFlavor = guideAttribute(element, 'nullFlavor');
  if (nullFlavor) {
    const wanted = `must have either ${name} or nullFlavor, not both`;
    return attributeFault('value-or-null-flavor', element, nullFlavor, wanted);
  }
  const wanted = `must have ${name}, or nullFlavor where there is no value`;
  return { ...missingAttribute(element, name, wanted), kind: 'value-or-null-flavor' };
}
