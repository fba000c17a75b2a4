import {
  type CleanSubtrees,
  checkSubtree,
  declarationsWithin,
  type SubtreePass,
  sizeOf,
  startPass,
} from '../../xml/cleanSubtrees.ts';
import { textPieces } from '../../xml/text.ts';
import { nameSpan, type XmlDocument, type XmlElement } from '../../xml/tree.ts';
import { checkAttributes } from './attributes.ts';
import { checkChildren } from './children.ts';
import type { CompiledType, TypeLookup } from './compile.ts';
import { typeOf } from './dataType.ts';
import type { SchemaFault } from './fault.ts';
import { elementKey } from './names.ts';

/** What one pass over a document found, and where it found nothing. */
export interface FaultsFound {
  readonly faults: readonly SchemaFault[];
  readonly clean: CleanSubtrees;
}

/**
 * All places where a document is not as the CDA schema has it, in document order of their elements.
 * @param before where the version before was clean
 */
export function validateStructure(
  document: XmlDocument,
  lookup: TypeLookup,
  before: CleanSubtrees | null = null,
): FaultsFound {
  const { text, root } = document;
  const faults: SchemaFault[] = [];
  const pass = startPass(text, before);
  if (root && elementKey(root.local, root.namespace) !== 'ClinicalDocument') {
    faults.push({ kind: 'root-element', element: root, span: nameSpan(root) });
  } else if (root) {
    validateElement(root, 'ClinicalDocument', '', { document, lookup, ids: new Set(), faults, ...pass });
  }
  return { faults, clean: pass.now };
}

interface Validation extends SubtreePass {
  readonly document: XmlDocument;
  readonly lookup: TypeLookup;
  readonly ids: Set<string>;
  readonly faults: SchemaFault[];
}

/** @param around the namespaces around the element; `null` inside a subtree that is checked as a whole */
function validateElement(
  element: XmlElement,
  declared: string,
  around: string | null,
  validation: Validation,
): void {
  const size = around === null ? 'small' : sizeOf(element);
  if (size === 'subtree') {
    const check = () => validateElement(element, declared, null, validation);
    checkSubtree(element, `${declared} ${around}`, validation, () => isClean(validation, check));
    return;
  }
  const type = typeOf(element, declared, validation.lookup, validation.faults);
  if (!type || type.isUnchecked) return;
  if (size === 'small') validateOwn(element, type, validation);
  else {
    const check = () => validateOwn(element, type, validation);
    checkSubtree(element, `${type.name} ${around}`, validation, () => isClean(validation, check));
  }
  const within = around === null ? null : declarationsWithin(element, around);
  for (const child of element.children) {
    const childType = type.content.typeByKey.get(elementKey(child.local, child.namespace));
    // What the model does not know has been told, and nothing is known about its inside.
    if (childType !== undefined) validateElement(child, childType, within, validation);
  }
}

/** What an element is by itself: its attributes, the order of its children and the text between them. */
function validateOwn(element: XmlElement, type: CompiledType, { document, ids, faults }: Validation): void {
  checkAttributes(element, type, ids, faults);
  checkChildren(element, type.content, faults);
  if (!type.isMixed) checkText(document, element, faults);
}

/** IDs are unique in the document: a subtree that has one is never clean by itself. */
function isClean({ faults, ids }: Validation, check: () => void): boolean {
  const faultsBefore = faults.length;
  const idsBefore = ids.size;
  check();
  return faults.length === faultsBefore && ids.size === idsBefore;
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
