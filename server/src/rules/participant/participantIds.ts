import type { QppDocument } from '../../document/document.ts';
import { attributeValue, child, childrenNamed, nameSpan } from '../../xml/tree.ts';
import type { Problem } from '../rule.ts';

const ECHOES = [
  'guide-fixed-value',
  'guide-null-flavor',
  'guide-required-attribute',
  'guide-required-element',
  'schema-attribute-value',
  'schema-missing-element',
];

/**
 * Where the id of a QRDA III header's participant is missing: at the participant of that typeCode, as deep in it as there
 * are elements; what the guide says of it is then told. `undefined` where there is no such participant.
 * @param typeCode `DEV` for the device with the certification id, `TRC` for the MIPS Value Pathway
 */
export function participantWithoutId(
  document: QppDocument,
  typeCode: 'DEV' | 'TRC',
): Pick<Problem, 'span' | 'explains'> | undefined {
  const root = document.format === 'qrda3' ? document.xml.root : null;
  const participant =
    root &&
    childrenNamed(root, 'participant').find(
      (candidate) => attributeValue(candidate, 'typeCode') === typeCode,
    );
  if (!participant) return undefined;
  const entity = child(participant, 'associatedEntity');
  const id = entity && child(entity, 'id');
  return { span: nameSpan(id ?? entity ?? participant), explains: [{ rules: ECHOES, within: participant }] };
}
