import type { Sourced, Span } from '../text/span.ts';

/**
 * One submission, whichever format it was read from: the shape of QPP JSON, each datum with
 * its place in the file. What a value *means* is read here; whether it is *right* is the rules'
 * business, so ids, dates and names are kept as they stand.
 */
export interface Submission {
  readonly format: SubmissionFormat;
  /** Where to point when a finding concerns the file as a whole. */
  readonly span: Span;
  readonly performanceYear: Sourced<number> | null;
  /** `individual`, `group`, `virtualGroup`, `apm`, `subgroup`, or whatever a JSON file says instead. */
  readonly entityType: Sourced<string> | null;
  /** QRDA III: the program name as written in informationRecipient. QPP JSON has one per measurement set. */
  readonly documentProgram: Sourced<string> | null;
  /** The participant CMS would file this under: only the ids that the entity type carries. */
  readonly taxpayerIdentificationNumber: Sourced<string> | null;
  readonly nationalProviderIdentifier: Sourced<string> | null;
  readonly entityId: Sourced<string> | null;
  /** Every participant id that stands in the file, also those that do not belong. */
  readonly identifiers: readonly Identifier[];
  readonly measurementSets: readonly MeasurementSet[];
}

export type SubmissionFormat = 'qrda3' | 'qpp-json';

export type EntityType = 'individual' | 'group' | 'virtualGroup' | 'apm' | 'subgroup';

/** A participant id found in the file. */
export interface Identifier {
  readonly kind: 'tin' | 'npi' | 'apmEntityId' | 'virtualGroupId' | 'subgroupId' | 'entityId';
  /** `null` where the file gives a nullFlavor or no value. */
  readonly value: string | null;
  readonly nullFlavor: string | null;
  /** The value, or the tag that should hold it. */
  readonly span: Span;
}

/** A category's data: one QRDA III section or one entry of `measurementSets`. */
export interface MeasurementSet {
  readonly span: Span;
  /** `quality`, `pi`, `ia`, or whatever a JSON file says instead. */
  readonly category: Sourced<string> | null;
  /** `electronicHealthRecord` or `registry`. */
  readonly submissionMethod: Sourced<string> | null;
  /** `mips`, `app1`, `appPlus`, an MVP id; `null` in JSON means `mips`. */
  readonly programName: Sourced<string> | null;
  readonly cehrtId: Sourced<string> | null;
  /** ISO date `yyyy-MM-dd` where the file's value could be read as a date, else as written. */
  readonly performanceStart: Sourced<string> | null;
  readonly performanceEnd: Sourced<string> | null;
  readonly measurements: readonly Measurement[];
}

export type Measurement =
  | QualityMeasurement
  | NonProportionMeasurement
  | ProportionMeasurement
  | AttestationMeasurement
  | UnreadableMeasurement;

interface MeasurementBase {
  /** The name of the measure's element, or the measure's `measureId` value. */
  readonly span: Span;
  /** The QPP measure id: `236`, `PI_EP_1`, `IA_AHE_1`. `null` when the file's GUID is not known. */
  readonly measureId: Sourced<string> | null;
  /** QRDA III: the eCQM version-specific id as written. */
  readonly guid: Sourced<string> | null;
}

/** A quality measure with one or several performance rates. Counts are patients or episodes. */
export interface QualityMeasurement extends MeasurementBase {
  readonly kind: 'quality';
  readonly isEndToEndReported: boolean;
  /** `false`: one nameless stratum, the value object itself. */
  readonly isMultiStratum: boolean;
  readonly strata: readonly Stratum[];
  /** QCDR measures report their rate themselves, 0-100. */
  readonly performanceRate: Sourced<number> | null;
  /** QRDA III: the populations and rates as they stand, before they are put into strata. */
  readonly populations: readonly Population[];
  readonly reportedRates: readonly ReportedRate[];
}

/** The counts of one performance rate. `null`: not in the file. */
export interface Stratum {
  readonly span: Span;
  readonly name: Sourced<string> | null;
  readonly performanceMet: Sourced<number> | null;
  readonly performanceNotMet: Sourced<number> | null;
  readonly eligiblePopulation: Sourced<number> | null;
  readonly eligiblePopulationExclusion: Sourced<number> | null;
  readonly eligiblePopulationException: Sourced<number> | null;
  readonly numeratorExclusion: Sourced<number> | null;
  readonly performanceRate: Sourced<number> | null;
}

/** A population of an eCQM as a QRDA III file reports it (Measure Data). */
export interface Population {
  /** The Measure Data observation's name. */
  readonly span: Span;
  /** `IPOP`/`IPP`, `DENOM`, `DENEX`, `DENEXCEP`, `NUMER`, `NUMEX`, or another code as written. */
  readonly code: Sourced<string>;
  /** The population's GUID as written. */
  readonly guid: Sourced<string> | null;
  /** The aggregate count; `null` when it is missing or no integer. */
  readonly count: Sourced<number> | null;
  /** The same population broken down by the measure's reporting strata. */
  readonly reportingStrata: readonly ReportingStratum[];
}

/** A reporting stratum of a population: part of its patients, under a GUID of its own. */
export interface ReportingStratum {
  readonly span: Span;
  readonly guid: Sourced<string> | null;
  readonly count: Sourced<number> | null;
}

/** A performance rate as a QRDA III file reports it: 0 to 1, or `null` for nullFlavor. */
export interface ReportedRate {
  readonly span: Span;
  readonly rate: Sourced<number> | null;
  readonly nullFlavor: string | null;
  /** The numerator's GUID the rate refers to. */
  readonly numeratorGuid: Sourced<string> | null;
}

/** A measure that counts something other than a proportion of patients. */
export interface NonProportionMeasurement extends MeasurementBase {
  readonly kind: 'nonProportion';
  readonly isEndToEndReported: boolean;
  readonly numerator: Sourced<number> | null;
  readonly denominator: Sourced<number> | null;
  readonly observationInstances: Sourced<number> | null;
  readonly denominatorException: Sourced<number> | null;
  readonly numeratorExclusion: Sourced<number> | null;
}

/** A Promoting Interoperability measure with numerator and denominator. */
export interface ProportionMeasurement extends MeasurementBase {
  readonly kind: 'proportion';
  readonly numerator: Sourced<number> | null;
  readonly denominator: Sourced<number> | null;
}

/** A yes/no answer: Promoting Interoperability attestation or improvement activity. */
export interface AttestationMeasurement extends MeasurementBase {
  readonly kind: 'attestation';
  readonly value: Sourced<boolean> | null;
}

/** A measurement whose value has none of the known shapes. */
export interface UnreadableMeasurement extends MeasurementBase {
  readonly kind: 'unreadable';
}
