/** What the OIDs of a QRDA III file's ids and codes stand for, in the words people use for them. */
const OID_NAMES: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.113883.4.2', 'TIN'],
  ['2.16.840.1.113883.4.6', 'NPI'],
  ['2.16.840.1.113883.3.249.5.1', 'CPC+ practice site id'],
  ['2.16.840.1.113883.3.249.5.2', 'virtual group id'],
  ['2.16.840.1.113883.3.249.5.3', 'PCF practice site id'],
  ['2.16.840.1.113883.3.249.5.4', 'APM entity id'],
  ['2.16.840.1.113883.3.249.5.5', 'subgroup id'],
  ['2.16.840.1.113883.3.249.5.6', 'MVP id'],
  ['2.16.840.1.113883.3.249.7', 'CMS program name'],
  ['2.16.840.1.113883.3.2074.1', 'CMS EHR certification id'],
  ['2.16.840.1.113883.4.738', 'eCQM version-specific id'],
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
