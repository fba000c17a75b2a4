import { OID } from '../oids.ts';

/** What the OIDs of a QRDA III file's ids and codes stand for, in the words people use for them. */
const OID_NAMES: ReadonlyMap<string, string> = new Map([
  [OID.tin, 'TIN'],
  [OID.npi, 'NPI'],
  [OID.cpcPracticeSite, 'CPC+ practice site id'],
  [OID.virtualGroup, 'virtual group id'],
  [OID.pcfPracticeSite, 'PCF practice site id'],
  [OID.apmEntity, 'APM entity id'],
  [OID.subgroup, 'subgroup id'],
  [OID.mvp, 'MVP id'],
  [OID.program, 'CMS program name'],
  [OID.cehrt, 'CMS EHR certification id'],
  [OID.eMeasureVersion, 'eCQM version-specific id'],
  ['2.16.840.1.113883.3.7031', 'Promoting Interoperability measure id'],
  ['2.16.840.1.113883.3.7034', 'improvement activity id'],
  ['2.16.840.1.113883.6.1', 'LOINC'],
  ['2.16.840.1.113883.6.96', 'SNOMED CT'],
  ['2.16.840.1.113883.6.238', 'CDC race and ethnicity codes'],
  ['2.16.840.1.113883.6.121', 'language codes'],
  ['2.16.840.1.113883.5.1', 'HL7 AdministrativeGender'],
  ['2.16.840.1.113883.5.4', 'HL7 ActCode'],
  ['2.16.840.1.113883.5.25', 'HL7 Confidentiality'],
  ['2.16.840.1.113883.5.84', 'HL7 ObservationMethod'],
  ['2.16.840.1.113883.3.221.5', 'Source of Payment Typology'],
  ['2.16.840.1.113883.3.249.12', 'CMS payer groupings'],
]);

/** The name people know an OID by. */
export function oidName(oid: string): string | undefined {
  return OID_NAMES.get(oid);
}
