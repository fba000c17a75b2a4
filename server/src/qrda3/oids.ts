/** Object identifiers that QRDA III files of CMS programs use for ids (not templates: see templates.ts). */
export const OID = {
  /** Program name in informationRecipient. */
  program: '2.16.840.1.113883.3.249.7',
  tin: '2.16.840.1.113883.4.2',
  npi: '2.16.840.1.113883.4.6',
  /** CMS EHR Certification ID. */
  cehrt: '2.16.840.1.113883.3.2074.1',
  cpcPracticeSite: '2.16.840.1.113883.3.249.5.1',
  virtualGroup: '2.16.840.1.113883.3.249.5.2',
  pcfPracticeSite: '2.16.840.1.113883.3.249.5.3',
  apmEntity: '2.16.840.1.113883.3.249.5.4',
  subgroup: '2.16.840.1.113883.3.249.5.5',
  mvp: '2.16.840.1.113883.3.249.5.6',
  /** Version-specific GUID of an eCQM. */
  eMeasureVersion: '2.16.840.1.113883.4.738',
} as const;
