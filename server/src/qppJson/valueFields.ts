import type { Field } from './fields.ts';

/** Of every quality measure. */
export const END_TO_END: Field = {
  name: 'isEndToEndReported',
  type: 'boolean',
  isRequired: true,
  description: 'Whether certified EHR technology reported the measure without anything done by hand.',
};

/** The counts of a performance rate. */
export const COUNT_FIELDS: readonly Field[] = [
  {
    name: 'performanceMet',
    type: 'integer',
    isRequired: true,
    description: 'How many met the measure: the numerator.',
  },
  {
    name: 'performanceNotMet',
    type: 'integer',
    isNullable: true,
    description: 'How many did not meet the measure.',
  },
  {
    name: 'eligiblePopulationExclusion',
    type: 'integer',
    isNullable: true,
    description:
      'How many were excluded (denominator exclusion). 0 or absent for MIPS CQMs: they leave the excluded out of eligiblePopulation.',
  },
  {
    name: 'eligiblePopulationException',
    type: 'integer',
    isNullable: true,
    description: 'How many were excepted (denominator exception).',
  },
  {
    name: 'eligiblePopulation',
    type: 'integer',
    isRequired: true,
    description: 'How many the measure applies to: the denominator, exclusions and exceptions included.',
  },
];

/** Of measures that a QCDR reports. */
export const NUMERATOR_EXCLUSION: Field = {
  name: 'numeratorExclusion',
  type: 'integer',
  isNullable: true,
  description: 'How many the specification excludes from the numerator.',
};

/** The rate that a QCDR reports itself. */
export const REGISTRY_RATE: Field = {
  name: 'performanceRate',
  type: 'number',
  isRequired: true,
  description: 'The performance rate in percent, 0 to 100: a QCDR reports it itself.',
};

/** What a measure of a QCDR has beside its counts. */
export const REGISTRY_FIELDS: readonly Field[] = [REGISTRY_RATE, NUMERATOR_EXCLUSION];

/** The rate of all other measures, in answers of the submission API. */
export const COMPUTED_RATE: Field = computed(
  'performanceRate',
  'performanceMet / (performanceMet + performanceNotMet), in percent.',
);

/** What CMS works out, in answers of the submission API. */
export const COMPUTED_FIELDS: readonly Field[] = [
  computed('reportingRate', 'Data completeness, in percent.'),
  computed('caseCount', 'The number of cases that count.'),
  computed('performanceRateNumerator', 'The numerator of the performance rate.'),
  computed('performanceRateDenominator', 'The denominator of the performance rate.'),
];

/** Of measures with several performance rates. */
export const STRATA: Field = {
  name: 'strata',
  type: 'array',
  isRequired: true,
  description: 'One entry for each stratum of the measure, under its exact name.',
};

/** Which of the rates it is. */
export const STRATUM_NAME: Field = {
  name: 'stratum',
  type: 'string',
  isRequired: true,
  description: "The stratum's name as CMS's measures data has it.",
};

/** In answers of the submission API. */
export const MEASUREMENT_ID: Field = {
  name: 'measurementId',
  type: 'string',
  isNullable: true,
  role: 'server',
  description: 'The id of the measurement. Set by CMS, not uploaded.',
};

/** The value of a Promoting Interoperability measure with numerator and denominator. */
export const PROPORTION_FIELDS: readonly Field[] = [
  { name: 'numerator', type: 'integer', isRequired: true, description: 'How many met the measure.' },
  {
    name: 'denominator',
    type: 'integer',
    isRequired: true,
    description: 'How many the measure applies to; 0 only where the numerator is 0.',
  },
];

/** The fields of a non-proportion measure; CMS has asked for `observationInstances` since 2019. */
export function nonProportionFields(isObservationInstancesRequired: boolean): Field[] {
  return [
    {
      name: 'numerator',
      type: 'number',
      isRequired: true,
      description: 'The numerator as the specification has it.',
    },
    {
      name: 'denominator',
      type: 'number',
      isRequired: true,
      description: 'The denominator as the specification has it.',
    },
    {
      name: 'observationInstances',
      type: 'integer',
      isRequired: isObservationInstancesRequired,
      description: 'How many cases the numerator was worked out from.',
    },
    END_TO_END,
    {
      name: 'denominatorException',
      type: 'number',
      isNullable: true,
      description: 'What the specification excepts from the denominator.',
    },
    {
      name: 'numeratorExclusion',
      type: 'number',
      isNullable: true,
      description: 'What the specification excludes from the numerator.',
    },
    ...COMPUTED_FIELDS,
  ];
}

function computed(name: string, description: string): Field {
  return {
    name,
    type: 'number',
    isNullable: true,
    role: 'computed',
    description: `${description} Worked out by CMS.`,
  };
}

/** Every field a value can have in any shape: to read a value before its measure is known. */
export const ANY_VALUE_FIELDS: readonly Field[] = distinct([
  END_TO_END,
  ...COUNT_FIELDS,
  STRATA,
  ...PROPORTION_FIELDS,
  ...nonProportionFields(true),
  ...REGISTRY_FIELDS,
]);

/** The same of a stratum. */
export const ANY_STRATUM_FIELDS: readonly Field[] = [
  STRATUM_NAME,
  ...COUNT_FIELDS,
  NUMERATOR_EXCLUSION,
  COMPUTED_RATE,
];

function distinct(fields: readonly Field[]): Field[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
