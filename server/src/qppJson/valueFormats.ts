import type { JsonFormat } from '../catalog/jsonFormat.ts';
import type { Field } from './fields.ts';

/** The shape a measurement's value has, by the `metricType` of its measure. */
export type ValueFormat =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'strata'; readonly fields: readonly Field[]; readonly stratumFields: readonly Field[] };

/** Made once for each metric type; only non-proportion measures differ by year. */
const formats = new Map<string, ValueFormat | null>();

/** The shape of a metric type's value; `null` for types that nobody uploads (`cahps`, `costScore`). */
export function valueFormat(metricType: string, format: JsonFormat | null): ValueFormat | null {
  const key = `${metricType} ${format?.observationInstancesRequired ?? true}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = makeFormat(metricType, format);
  formats.set(key, made);
  return made;
}

function makeFormat(metricType: string, format: JsonFormat | null): ValueFormat | null {
  switch (metricType) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'proportion':
      return { kind: 'object', fields: PROPORTION_FIELDS };
    case 'nonProportion':
      return { kind: 'object', fields: nonProportionFields(format) };
    case 'singlePerformanceRate':
      return { kind: 'object', fields: [END_TO_END, ...COUNT_FIELDS, ...COMPUTED_FIELDS, COMPUTED_RATE] };
    case 'registrySinglePerformanceRate':
      return {
        kind: 'object',
        fields: [END_TO_END, ...COUNT_FIELDS, ...REGISTRY_FIELDS, ...COMPUTED_FIELDS],
      };
    case 'multiPerformanceRate':
      return strata([...COMPUTED_FIELDS, COMPUTED_RATE], []);
    case 'registryMultiPerformanceRate':
      return strata([REGISTRY_RATE, ...COMPUTED_FIELDS], [NUMERATOR_EXCLUSION]);
    default:
      return null;
  }
}

function strata(fields: readonly Field[], stratumExtras: readonly Field[]): ValueFormat {
  const stratumFields = [
    STRATUM_NAME,
    ...COUNT_FIELDS,
    ...stratumExtras,
    ...COMPUTED_FIELDS,
    COMPUTED_RATE,
    MEASUREMENT_ID,
  ];
  return { kind: 'strata', fields: [END_TO_END, STRATA, ...fields], stratumFields };
}

const END_TO_END: Field = {
  name: 'isEndToEndReported',
  type: 'boolean',
  isRequired: true,
  description: 'Whether certified EHR technology reported the measure without anything done by hand.',
};

const COUNT_FIELDS: readonly Field[] = [
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

const NUMERATOR_EXCLUSION: Field = {
  name: 'numeratorExclusion',
  type: 'integer',
  isNullable: true,
  description: 'How many the specification excludes from the numerator.',
};

const REGISTRY_RATE: Field = {
  name: 'performanceRate',
  type: 'number',
  isRequired: true,
  description: 'The performance rate in percent, 0 to 100: a QCDR reports it itself.',
};

const REGISTRY_FIELDS: readonly Field[] = [REGISTRY_RATE, NUMERATOR_EXCLUSION];

const COMPUTED_RATE: Field = computed(
  'performanceRate',
  'performanceMet / (performanceMet + performanceNotMet), in percent.',
);

const COMPUTED_FIELDS: readonly Field[] = [
  computed('reportingRate', 'Data completeness, in percent.'),
  computed('caseCount', 'The number of cases that count.'),
  computed('performanceRateNumerator', 'The numerator of the performance rate.'),
  computed('performanceRateDenominator', 'The denominator of the performance rate.'),
];

const STRATA: Field = {
  name: 'strata',
  type: 'array',
  isRequired: true,
  description: 'One entry for each stratum of the measure, under its exact name.',
};

const STRATUM_NAME: Field = {
  name: 'stratum',
  type: 'string',
  isRequired: true,
  description: "The stratum's name as CMS's measures data has it.",
};

const MEASUREMENT_ID: Field = {
  name: 'measurementId',
  type: 'string',
  isNullable: true,
  role: 'server',
  description: 'The id of the measurement. Set by CMS, not uploaded.',
};

const PROPORTION_FIELDS: readonly Field[] = [
  { name: 'numerator', type: 'integer', isRequired: true, description: 'How many met the measure.' },
  {
    name: 'denominator',
    type: 'integer',
    isRequired: true,
    description: 'How many the measure applies to; 0 only where the numerator is 0.',
  },
];

function nonProportionFields(format: JsonFormat | null): Field[] {
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
      isRequired: format?.observationInstancesRequired ?? true,
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

/** Every field a value, or a stratum of it, can have in any shape: to read a value before its measure is known. */
export const ANY_VALUE_FIELDS: readonly Field[] = distinct([
  END_TO_END,
  ...COUNT_FIELDS,
  STRATA,
  ...PROPORTION_FIELDS,
  ...nonProportionFields(null),
  ...REGISTRY_FIELDS,
]);
export const ANY_STRATUM_FIELDS: readonly Field[] = [
  STRATUM_NAME,
  ...COUNT_FIELDS,
  NUMERATOR_EXCLUSION,
  COMPUTED_RATE,
];

function distinct(fields: readonly Field[]): Field[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
