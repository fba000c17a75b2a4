import type { Identifier } from '../../submission/submission.ts';
import { ownValue } from '../../text/ownValue.ts';
import { attribute, nameSpan, openTagSpan, valueSpan, type XmlElement } from '../../xml/tree.ts';
import { OID } from '../oids.ts';
import { CLINICIAN_PATH, elementsAt } from './values.ts';

type IdentifierKind = Identifier['kind'];

/** Where participant ids stand, and by which root they are told apart. */
const PLACES: readonly {
  readonly path: readonly string[];
  readonly kinds: Readonly<Record<string, IdentifierKind>>;
}[] = [
  { path: [...CLINICIAN_PATH, 'id'], kinds: { [OID.npi]: 'npi' } },
  {
    path: [...CLINICIAN_PATH, 'representedOrganization', 'id'],
    kinds: {
      [OID.tin]: 'tin',
      [OID.virtualGroup]: 'virtualGroupId',
      [OID.apmEntity]: 'apmEntityId',
      [OID.subgroup]: 'subgroupId',
    },
  },
  {
    path: ['participant', 'associatedEntity', 'id'],
    kinds: { [OID.cpcPracticeSite]: 'apmEntityId', [OID.pcfPracticeSite]: 'apmEntityId' },
  },
];

/** Every participant id of a QRDA III document, in document order by kind of place. */
export function readIdentifiers(document: XmlElement): Identifier[] {
  return PLACES.flatMap(({ path, kinds }) =>
    elementsAt(document, path).flatMap((id) => {
      const kind = ownValue(kinds, attribute(id, 'root')?.value ?? '');
      return kind === undefined ? [] : identifierOf(id, kind);
    }),
  );
}

function identifierOf(id: XmlElement, kind: IdentifierKind): Identifier {
  const extension = attribute(id, 'extension');
  const nullFlavor = attribute(id, 'nullFlavor')?.value ?? null;
  const span =
    extension !== undefined ? valueSpan(extension) : id.children.length > 0 ? nameSpan(id) : openTagSpan(id);
  return {
    kind,
    value: extension === undefined || extension.value === '' ? null : extension.value,
    nullFlavor,
    span,
  };
}
