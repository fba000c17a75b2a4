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

/** Where the ids of measures without an eCQM come from. */
export const MEASURE_IDS = {
  promotingInteroperability: '2.16.840.1.113883.3.7031',
  improvementActivity: '2.16.840.1.113883.3.7034',
} as const;

/** Code systems of QRDA III files. */
export const CODE_SYSTEM = {
  loinc: '2.16.840.1.113883.6.1',
  snomed: '2.16.840.1.113883.6.96',
  raceAndEthnicity: '2.16.840.1.113883.6.238',
  language: '2.16.840.1.113883.6.121',
  administrativeGender: '2.16.840.1.113883.5.1',
  actCode: '2.16.840.1.113883.5.4',
  confidentiality: '2.16.840.1.113883.5.25',
  observationMethod: '2.16.840.1.113883.5.84',
  yesNo: '2.16.840.1.113883.12.136',
  payerTypology: '2.16.840.1.113883.3.221.5',
  payerGrouping: '2.16.840.1.113883.3.249.12',
} as const;
