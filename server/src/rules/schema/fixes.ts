import { CDA_NAMESPACE, XSI_NAMESPACE } from '../../qrda3/namespaces.ts';
import type { SchemaFault } from '../../qrda3/schema/fault.ts';
import { elementKey } from '../../qrda3/schema/names.ts';
import { placeForChild } from '../../qrda3/schema/place.ts';
import type { CdaSchema } from '../../qrda3/schema/schema.ts';
import { closest } from '../../text/closest.ts';
import { replacement } from '../../text/edit.ts';
import { isRepetition } from '../../xml/compare.ts';
import { moveChild, removeElement, renameElement, setAttribute } from '../../xml/edit.ts';
import { prefixFor } from '../../xml/namespaces.ts';
import { attribute, type XmlDocument } from '../../xml/tree.ts';
import type { ProposedFix } from '../rule.ts';
import { rightValue } from './valueForms.ts';

/** What to do where a document is not as the CDA schema has it, and there is but one way. */
export function schemaFixes(fault: SchemaFault, document: XmlDocument, cdaSchema: CdaSchema): ProposedFix[] {
  const fix = fixFor(fault, document, cdaSchema);
  return fix ? [fix] : [];
}

function fixFor(fault: SchemaFault, document: XmlDocument, cdaSchema: CdaSchema): ProposedFix | null {
  switch (fault.kind) {
    case 'root-element':
      return rootFix(fault, document);
    case 'unknown-element':
      return renameFix(fault);
    case 'misplaced-element':
      return moveFix(fault, document, cdaSchema);
    case 'repeated-element':
      return repetitionFix(fault, document);
    case 'unknown-attribute':
      return attributeFix(fault);
    case 'attribute-value':
      return valueFix(fault);
    case 'data-type':
      return dataTypeFix(fault);
    default:
      return null;
  }
}

type Fault<Kind extends SchemaFault['kind']> = Extract<SchemaFault, { kind: Kind }>;

/** The root is misspelt, or says another namespace. With both wrong it may be some other document. */
function rootFix({ element }: Fault<'root-element'>, { problems }: XmlDocument): ProposedFix | null {
  if (problems.length > 0) return null;
  if (element.local === 'ClinicalDocument') {
    const name = element.name === element.local ? 'xmlns' : `xmlns:${element.name.split(':')[0]}`;
    return {
      title: `Set ${name} to ${CDA_NAMESPACE}`,
      edits: [setAttribute(element, name, CDA_NAMESPACE)],
      mayUncover: true,
    };
  }
  if (element.namespace !== CDA_NAMESPACE) return null;
  return { title: 'Rename it to ClinicalDocument', edits: renameElement(element, 'ClinicalDocument') };
}

function renameFix({ element, parent, expected }: Fault<'unknown-element'>): ProposedFix | null {
  const present = new Set(parent.children.map(({ local }) => local));
  const free = expected.filter((name) => !name.includes(':') && !present.has(name));
  const meant = closest(element.local, free);
  if (!meant || element.namespace !== parent.namespace) return null;
  return { title: `Rename it to ${meant}`, edits: renameElement(element, meant) };
}

function moveFix(
  { element, parent }: Fault<'misplaced-element'>,
  { text }: XmlDocument,
  cdaSchema: CdaSchema,
): ProposedFix | null {
  const place = placeForChild(parent, elementKey(element.local, element.namespace), cdaSchema, element);
  if (place === null) return null;
  const previous = parent.children[place - 1];
  const title = previous ? `Move it behind <${previous.name}>` : 'Move it to the beginning';
  return { title, edits: moveChild(text, parent, element, place) };
}

function repetitionFix(
  { element, parent }: Fault<'repeated-element'>,
  { text }: XmlDocument,
): ProposedFix | null {
  const first = parent.children.find(
    (sibling) => sibling !== element && sibling.name === element.name && isRepetition(text, sibling, element),
  );
  if (!first) return null;
  return { title: `Remove the repeated <${element.name}>`, edits: [removeElement(text, element)] };
}

function attributeFix({ element, attribute: given, known }: Fault<'unknown-attribute'>): ProposedFix | null {
  const meant = closest(given.name, known);
  if (!meant || attribute(element, meant)) return null;
  const span = { start: given.nameStart, end: given.nameEnd };
  return { title: `Rename it to ${meant}`, edits: [replacement(span, meant)] };
}

/** A value whose form alone is wrong: a date with hyphens, blanks around a code, a code in the wrong case. */
function valueFix({
  attribute: { value, valueStart, valueEnd },
  phrase,
}: Fault<'attribute-value'>): ProposedFix | null {
  const right = rightValue(value, phrase);
  if (right === null || right === value) return null;
  return { title: `Write ${right}`, edits: [replacement({ start: valueStart, end: valueEnd }, right)] };
}

/** What a value holds tells its type. */
function dataTypeFix({ element, given }: Fault<'data-type'>): ProposedFix | null {
  const prefix = prefixFor(element, XSI_NAMESPACE);
  const isPlain = element.namespace === CDA_NAMESPACE && element.name === 'value';
  if (!isPlain || !prefix) return null;
  const type = typeByContent(attribute(element, 'code')?.value, attribute(element, 'value')?.value);
  if (!type || given === type) return null;
  return {
    title: `Set ${prefix}:type to ${type}`,
    edits: [setAttribute(element, `${prefix}:type`, type)],
  };
}

function typeByContent(code: string | undefined, value: string | undefined): string | null {
  if (code !== undefined) return value === undefined ? 'CD' : null;
  if (value === undefined) return null;
  if (/^\d+$/.test(value)) return 'INT';
  return /^\d*\.\d+$/.test(value) ? 'REAL' : null;
}
