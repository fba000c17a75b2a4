import { ownValue } from '../text/ownValue.ts';
import { CODE_SYSTEM } from './oids.ts';

/** What the codes of QRDA III files stand for, in the words people use for them. */
const CODE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [CODE_SYSTEM.administrativeGender]: { F: 'Female', M: 'Male' },
  [CODE_SYSTEM.snomed]: {
    '248152002': 'Female',
    '248153007': 'Male',
    '252116004': 'Observation parameters',
    '129465004': 'Medical record, device',
    '394730007': 'Healthcare related organization',
    '425691002': 'Consent given for electronic record sharing',
  },
  [CODE_SYSTEM.raceAndEthnicity]: {
    '1002-5': 'American Indian or Alaska Native',
    '2028-9': 'Asian',
    '2054-5': 'Black or African American',
    '2076-8': 'Native Hawaiian or Other Pacific Islander',
    '2106-3': 'White',
    '2131-1': 'Other race',
    '2135-2': 'Hispanic or Latino',
    '2186-5': 'Not Hispanic or Latino',
  },
  [CODE_SYSTEM.payerGrouping]: {
    A: 'Medicare',
    B: 'Medicaid',
    C: 'Private health insurance',
    D: 'Other',
  },
  [CODE_SYSTEM.payerTypology]: {
    '1': 'Medicare',
    '2': 'Medicaid',
    '3': 'Other government',
    '4': 'Departments of corrections',
    '5': 'Private health insurance',
    '6': 'Blue Cross / Blue Shield',
    '7': 'Managed care, unspecified',
    '8': 'No payment from an organization',
    '9': 'Miscellaneous or other',
  },
  [CODE_SYSTEM.yesNo]: { Y: 'Yes', N: 'No' },
  [CODE_SYSTEM.confidentiality]: { N: 'Normal', R: 'Restricted', V: 'Very restricted' },
  [CODE_SYSTEM.actCode]: {
    IPOP: 'Initial population',
    IPPOP: 'Initial patient population',
    DENOM: 'Denominator',
    DENEX: 'Denominator exclusions',
    DENEXCEP: 'Denominator exceptions',
    NUMER: 'Numerator',
    NUMEX: 'Numerator exclusions',
    MSRPOPL: 'Measure population',
    MSRPOPLEX: 'Measure population exclusions',
    ASSERTION: 'Assertion',
    MSRAGG: 'Aggregate count',
  },
  [CODE_SYSTEM.observationMethod]: { COUNT: 'Count', AVERAGE: 'Average', MEDIAN: 'Median', SUM: 'Sum' },
  [CODE_SYSTEM.language]: { en: 'English', es: 'Spanish' },
  [CODE_SYSTEM.loinc]: {
    '55184-6': 'QRDA calculated summary report',
    '55186-1': 'Measure section',
    '57024-2': 'Health quality measure document',
    '55185-3': 'Measure set',
    '72510-1': 'Performance rate',
    '72509-3': 'Reporting rate',
    '76689-9': 'Sex',
    '69490-1': 'Ethnicity',
    '72826-1': 'Race',
    '48768-6': 'Payment source',
    '45401-7': 'Postal code',
  },
};

/** HL7's reasons for a missing value. */
const NULL_FLAVORS: Readonly<Record<string, string>> = {
  NI: 'No information',
  NA: 'Not applicable',
  UNK: 'Unknown',
  ASKU: 'Asked but unknown',
  NAV: 'Temporarily unavailable',
  NASK: 'Not asked',
  MSK: 'Masked',
  OTH: 'Other',
};

/** The name of a code in a code system; without the system, of a code that has one meaning in all of them. */
export function codeName(code: string, codeSystem: string | undefined): string | undefined {
  if (codeSystem !== undefined) return ownValue(ownValue(CODE_NAMES, codeSystem), code);
  const names = new Set(Object.values(CODE_NAMES).flatMap((codes) => ownValue(codes, code) ?? []));
  return names.size === 1 ? [...names][0] : undefined;
}

/** The name of a nullFlavor. */
export function nullFlavorName(code: string): string | undefined {
  return ownValue(NULL_FLAVORS, code);
}
