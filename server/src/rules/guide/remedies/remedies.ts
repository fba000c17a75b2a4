import { guideAttribute } from '../../../qrda3/guide/element.ts';
import type { GuideTable } from '../../../qrda3/guide/table.ts';
import { XSI_NAMESPACE } from '../../../qrda3/namespaces.ts';
import { elementKey } from '../../../qrda3/schema/names.ts';
import { placeForChild } from '../../../qrda3/schema/place.ts';
import type { CdaSchema } from '../../../qrda3/schema/schema.ts';
import { insertion, replacement } from '../../../text/edit.ts';
import { isRepetition } from '../../../xml/compare.ts';
import {
  escaped,
  insertChild,
  type NewElement,
  newElementText,
  removeAttribute,
  removeElement,
  setAttribute,
} from '../../../xml/edit.ts';
import { prefixFor } from '../../../xml/namespaces.ts';
import { nameSpan, type XmlDocument, type XmlElement } from '../../../xml/tree.ts';
import type { ProposedFix } from '../../rule.ts';
import type { Fault, Remedy } from '../faults/fault.ts';
import { newContent } from './newContent.ts';
import { withOffset } from './timeZones.ts';

/** What the remedies of a document's faults draw on. */
export interface RemedyScope {
  readonly document: XmlDocument;
  readonly table: GuideTable;
  readonly cdaSchema: CdaSchema;
  /** All faults of the document: times are mended together. */
  readonly faults: readonly Fault[];
}

/** The remedy of a fault as a fix; none where a look at the file shows that there is a choice after all. */
export function remedyFixes(remedy: Remedy, scope: RemedyScope): ProposedFix[] {
  const fix = remedyFix(remedy, scope);
  return fix ? [fix] : [];
}

function remedyFix(remedy: Remedy, { document, table, cdaSchema, faults }: RemedyScope): ProposedFix | null {
  switch (remedy.kind) {
    case 'set-attribute':
      return setAttributeFix(remedy.owner, remedy.name, remedy.value);
    case 'remove-attribute': {
      const edits = [removeAttribute(document.text, remedy.attribute)];
      return { title: `Remove ${remedy.attribute.name}="${remedy.attribute.value}"`, edits };
    }
    case 'set-text':
      return setTextFix(remedy, document.text);
    case 'add-element': {
      const child = newContent(remedy, table);
      return child && addElementFix(remedy.owner, child, document, cdaSchema);
    }
    case 'remove-repetition': {
      const { element, others } = remedy;
      if (!others.some((other) => isRepetition(document.text, element, other))) return null;
      return {
        title: `Remove the repeated <${element.name}>`,
        edits: [removeElement(document.text, element)],
      };
    }
    case 'set-offset':
      return {
        title: remedy.offset === '' ? 'Leave the offset from UTC out' : `Give the offset ${remedy.offset}`,
        edits: withOffset(faults, remedy.offset),
      };
  }
}

const VALUES: ReadonlySet<string> = new Set(['code', 'value', 'extension', 'root']);

function setAttributeFix(owner: XmlElement, name: string, value: string): ProposedFix | null {
  const known = guideAttribute(owner, name);
  // Beside a value a nullFlavor is one thing too many, and which of the two is right cannot be told.
  if (name === 'nullFlavor' && owner.attributes.some((other) => VALUES.has(other.name))) return null;
  const title = known ? `Change ${known.name} to "${value}"` : `Add ${name}="${value}"`;
  if (known || !name.startsWith('xsi:')) {
    return { title, edits: [setAttribute(owner, known?.name ?? name, value)] };
  }
  const prefix = prefixFor(owner, XSI_NAMESPACE);
  if (!prefix) return null;
  return { title, edits: [setAttribute(owner, `${prefix}:${name.slice(4)}`, value)] };
}

function setTextFix(
  { owner, span, value }: Extract<Remedy, { kind: 'set-text' }>,
  text: string,
): ProposedFix | null {
  const title = `Write "${value}"`;
  if (span.start !== nameSpan(owner).start) return { title, edits: [replacement(span, escaped(value))] };
  const isEmpty = owner.closeStart < owner.end && text.slice(owner.openEnd, owner.closeStart).trim() === '';
  return isEmpty ? { title, edits: [insertion(owner.openEnd, escaped(value))] } : null;
}

/** Puts a child where CDA has its place. */
export function addElementFix(
  owner: XmlElement,
  child: NewElement,
  document: XmlDocument,
  cdaSchema: CdaSchema,
): ProposedFix | null {
  if (owner.name === '') return null;
  const place = placeForChild(owner, elementKey(child.name, owner.namespace), cdaSchema);
  if (place === null) return null;
  return {
    title: `Add ${newElementText(child)}`,
    edits: [insertChild(document.text, owner, place, child)],
  };
}
