import { CODE_SYSTEM, MEASURE_IDS, OID } from '../oids.ts';

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
  [MEASURE_IDS.promotingInteroperability, 'Promoting Interoperability measure id'],
  [MEASURE_IDS.improvementActivity, 'improvement activity id'],
  [CODE_SYSTEM.loinc, 'LOINC'],
  [CODE_SYSTEM.snomed, 'SNOMED CT'],
  [CODE_SYSTEM.raceAndEthnicity, 'CDC race and ethnicity codes'],
  [CODE_SYSTEM.language, 'language codes'],
  [CODE_SYSTEM.administrativeGender, 'HL7 AdministrativeGender'],
  [CODE_SYSTEM.actCode, 'HL7 ActCode'],
  [CODE_SYSTEM.confidentiality, 'HL7 Confidentiality'],
  [CODE_SYSTEM.observationMethod, 'HL7 ObservationMethod'],
  [CODE_SYSTEM.yesNo, 'HL7 Yes/No Indicator'],
  [CODE_SYSTEM.payerTypology, 'Source of Payment Typology'],
  [CODE_SYSTEM.payerGrouping, 'CMS payer groupings'],
]);

/** The name people know an OID by. */
export function oidName(oid: string): string | undefined {
  return OID_NAMES.get(oid);
}
