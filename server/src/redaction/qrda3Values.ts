import { OID } from '../qrda3/oids.ts';
import type { Span } from '../text/span.ts';
import { textPieces } from '../xml/text.ts';
import { attribute, attributeValue, type XmlDocument, type XmlElement } from '../xml/tree.ts';
import { type SensitiveKind, type SensitiveValue, sensitiveValue } from './sensitiveValue.ts';

/** The ids CMS knows participants by. */
export const ID_KINDS: ReadonlyMap<string, SensitiveKind> = new Map<string, SensitiveKind>([
  [OID.tin, 'tin'],
  [OID.npi, 'npi'],
  [OID.cehrt, 'cehrtId'],
  [OID.cpcPracticeSite, 'entityId'],
  [OID.virtualGroup, 'entityId'],
  [OID.pcfPracticeSite, 'entityId'],
  [OID.apmEntity, 'entityId'],
  [OID.subgroup, 'entityId'],
]);

/** Names of programs and pathways, which many participants share: PROG 249.5.7 is the Shared Savings Program. */
const SHARED_IDS: ReadonlySet<string> = new Set([OID.program, OID.mvp, '2.16.840.1.113883.3.249.5.7']);

const NAME_PARTS: Readonly<Record<string, SensitiveKind>> = { given: 'givenName', family: 'familyName' };

const ADDRESS_PARTS: Readonly<Record<string, SensitiveKind>> = {
  streetAddressLine: 'street',
  streetName: 'street',
  houseNumber: 'addressPart',
  additionalLocator: 'addressPart',
  unitID: 'addressPart',
  postBox: 'addressPart',
  postalCode: 'addressPart',
  city: 'city',
  county: 'city',
  precinct: 'city',
  state: 'state',
};

/** Elements whose `name` is that of a person. */
const PERSONS: ReadonlySet<string> = new Set([
  'assignedPerson',
  'associatedPerson',
  'patient',
  'informationRecipient',
]);

/** Every id of a participant or author, name, address and contact of a file, as far as its tree could be read. */
export function qrda3Values(document: XmlDocument): SensitiveValue[] {
  const found: SensitiveValue[] = [];
  if (document.root) visit(document.root, document, false, found);
  return found;
}

/** Titles and descriptions of measures and measure sets: what stands there is CMS's, though a name may be among the words. */
export function measureTexts(document: XmlDocument): Span[] {
  const found: Span[] = [];
  const collect = (element: XmlElement): void => {
    const isReference = element.local === 'externalDocument' || element.local === 'externalObservation';
    for (const child of element.children) {
      if (isReference && child.local === 'text') found.push({ start: child.openEnd, end: child.closeStart });
      else collect(child);
    }
  };
  if (document.root) collect(document.root);
  return found;
}

function visit(element: XmlElement, document: XmlDocument, isInBody: boolean, found: SensitiveValue[]): void {
  const { local } = element;
  if (local === 'id' || local === 'setId') take(idOf(element, document, isInBody), found);
  else if (local === 'name') takeName(element, document, found);
  else if (local === 'addr') takeAddress(element, document, found);
  else if (local === 'telecom') take(contactOf(element, document), found);
  else {
    const isBody = isInBody || local === 'structuredBody';
    for (const child of element.children) visit(child, document, isBody, found);
  }
}

/** In the body only CMS's participant ids are sensitive: what else has an id there is a part of the report. */
function idOf(element: XmlElement, { text }: XmlDocument, isInBody: boolean): SensitiveValue | null {
  const root = attributeValue(element, 'root') ?? '';
  const extension = attribute(element, 'extension');
  const kind = ID_KINDS.get(root) ?? (isInBody || SHARED_IDS.has(root) ? null : 'otherId');
  if (kind === null || extension === undefined) return null;
  return sensitiveValue(kind, text, { start: extension.valueStart, end: extension.valueEnd });
}

function contactOf(element: XmlElement, { text }: XmlDocument): SensitiveValue | null {
  const value = attribute(element, 'value');
  return value === undefined
    ? null
    : sensitiveValue('telecom', text, { start: value.valueStart, end: value.valueEnd });
}

function takeName(element: XmlElement, document: XmlDocument, found: SensitiveValue[]): void {
  const isPerson = PERSONS.has(element.parent?.local ?? '') || element.children.length > 0;
  takeText(isPerson ? 'personName' : 'organizationName', element, document, found);
  for (const child of element.children) {
    const kind = NAME_PARTS[child.local];
    if (kind !== undefined) takeText(kind, child, document, found);
  }
}

function takeAddress(element: XmlElement, document: XmlDocument, found: SensitiveValue[]): void {
  takeText('street', element, document, found);
  for (const child of element.children) {
    const kind = ADDRESS_PARTS[child.local];
    if (kind !== undefined) takeText(kind, child, document, found);
  }
}

function takeText(
  kind: SensitiveKind,
  element: XmlElement,
  document: XmlDocument,
  found: SensitiveValue[],
): void {
  for (const { span } of textPieces(document, element))
    take(sensitiveValue(kind, document.text, span), found);
}

function take(value: SensitiveValue | null, found: SensitiveValue[]): void {
  if (value) found.push(value);
}
