import { textPieces } from '../../xml/text.ts';
import { nameSpan, type XmlDocument, type XmlElement } from '../../xml/tree.ts';
import { checkAttributes } from './attributes.ts';
import { checkChildren } from './children.ts';
import type { TypeLookup } from './compile.ts';
import { typeOf } from './dataType.ts';
import type { SchemaFault } from './fault.ts';
import { elementKey } from './names.ts';

/** All places where a document is not as the CDA schema has it, in document order of their elements. */
export function validateStructure(document: XmlDocument, lookup: TypeLookup): SchemaFault[] {
  const { root } = document;
  if (!root) return [];
  if (elementKey(root.local, root.namespace) !== 'ClinicalDocument') {
    return [{ kind: 'root-element', element: root, span: nameSpan(root) }];
  }
  const validation: Validation = { document, lookup, ids: new Set(), faults: [] };
  validateElement(root, 'ClinicalDocument', validation);
  return validation.faults;
}

interface Validation {
  readonly document: XmlDocument;
  readonly lookup: TypeLookup;
  readonly ids: Set<string>;
  readonly faults: SchemaFault[];
}

function validateElement(element: XmlElement, declared: string, validation: Validation): void {
  const { document, lookup, ids, faults } = validation;
  const type = typeOf(element, declared, lookup, faults);
  if (!type || type.isUnchecked) return;
  checkAttributes(element, type, ids, faults);
  checkChildren(element, type.content, faults);
  if (!type.isMixed) checkText(document, element, faults);
  for (const child of element.children) {
    const childType = type.content.typeByKey.get(elementKey(child.local, child.namespace));
    // What the model does not know has been told, and nothing is known about its inside.
    if (childType !== undefined) validateElement(child, childType, validation);
  }
}

function checkText(document: XmlDocument, element: XmlElement, faults: SchemaFault[]): void {
  if (isBlank(document.text, element)) return;
  const piece = textPieces(document, element).find(({ value }) => value.trim() !== '');
  if (piece) faults.push({ kind: 'text', element, span: piece.span, text: piece.value.trim() });
}

/** Whether nothing but white space stands between the children: true of nearly every element, so it must be fast. */
function isBlank(text: string, element: XmlElement): boolean {
  let from = element.openEnd;
  for (const child of element.children) {
    if (!isBlankBetween(text, from, child.start)) return false;
    from = child.end;
  }
  return isBlankBetween(text, from, element.closeStart);
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false;
  }
  return true;
}
