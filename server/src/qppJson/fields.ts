import type { JsonFormat } from '../catalog/jsonFormat.ts';

/** The fields QPP JSON's objects have: what the checks, the JSON schema, completion and hover all go by. */

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'value';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly isRequired?: boolean;
  /** `null` may stand for "no value". */
  readonly isNullable?: boolean;
  /** `server`: set by CMS. `computed`: worked out by CMS. `legacy`: without effect today. */
  readonly role?: 'server' | 'computed' | 'legacy';
  /** A sentence for hover, completion and the schema. */
  readonly description: string;
}

const SERVER_FIELDS: readonly Field[] = [
  server('id', 'The id CMS gave this object.'),
  server('createdAt', 'When CMS stored this object.'),
  server('updatedAt', 'When CMS last changed this object.'),
];

function server(name: string, description: string): Field {
  return {
    name,
    type: 'string',
    isNullable: true,
    role: 'server',
    description: `${description} Set by CMS, not uploaded.`,
  };
}

/** The top level of a submission file: who the data is for. */
export const PARTICIPANT_FIELDS: readonly Field[] = [
  {
    name: 'performanceYear',
    type: 'integer',
    isRequired: true,
    description: 'The year the data was collected in, as a number.',
  },
  {
    name: 'entityType',
    type: 'string',
    isRequired: true,
    description:
      'Who the data is for: individual (TIN and NPI), group (TIN), virtualGroup, apm or subgroup (entityId).',
  },
  {
    name: 'taxpayerIdentificationNumber',
    type: 'string',
    isNullable: true,
    description: 'The TIN of the practice: nine digits as text, without a dash and with leading zeros.',
  },
  {
    name: 'nationalProviderIdentifier',
    type: 'string',
    isNullable: true,
    description: 'The NPI of the clinician: ten digits as text. For entityType individual only.',
  },
  {
    name: 'entityId',
    type: 'string',
    isNullable: true,
    description: 'The id of the virtual group, APM entity or subgroup.',
  },
  {
    name: 'measurementSets',
    type: 'array',
    isRequired: true,
    description:
      'The data by category, submission method and program. A file needs one set at least, and each only once.',
  },
  {
    name: 'programName',
    type: 'string',
    isNullable: true,
    role: 'legacy',
    description: 'Layout of 2017. The program of each measurement set is what counts.',
  },
  ...SERVER_FIELDS,
];

/** Made once for each year's format. */
const setFieldsByFormat = new WeakMap<JsonFormat, readonly Field[]>();

/** A measurement set, in the year of the format. */
export function setFields(format: JsonFormat | null): readonly Field[] {
  if (!format) return SET_FIELDS;
  const known = setFieldsByFormat.get(format);
  if (known) return known;
  const fields = [...SET_FIELDS, ...yearlySetFields(format)];
  setFieldsByFormat.set(format, fields);
  return fields;
}

function yearlySetFields({ setFields: yearly }: JsonFormat): Field[] {
  return yearly.map(
    ({ name, type }): Field => ({
      name,
      type,
      isNullable: true,
      description: SET_FIELD_DESCRIPTIONS[name] ?? '',
    }),
  );
}

/** The fields a measurement set has in every year. */
export const SET_FIELDS: readonly Field[] = [
  { name: 'category', type: 'string', isRequired: true, description: 'quality, pi or ia.' },
  {
    name: 'submissionMethod',
    type: 'string',
    isRequired: true,
    description:
      'For quality: registry (MIPS CQMs, QCDR measures) or electronicHealthRecord (eCQMs). For pi and ia: registry, or electronicHealthRecord where the data came as QRDA.',
  },
  {
    name: 'programName',
    type: 'string',
    isNullable: true,
    description:
      'The program the set counts for: mips (also when absent), app1, appPlus or the id of an MVP.',
  },
  {
    name: 'cehrtId',
    type: 'string',
    isNullable: true,
    description:
      'The CMS EHR certification id. Needed for pi, and from 2025 on for quality by electronicHealthRecord.',
  },
  {
    name: 'performanceStart',
    type: 'string',
    isRequired: true,
    description: 'First day of the performance period, yyyy-MM-dd.',
  },
  {
    name: 'performanceEnd',
    type: 'string',
    isRequired: true,
    description: 'Last day of the performance period, yyyy-MM-dd.',
  },
  { name: 'measurements', type: 'array', description: 'The measures, each only once.' },
  {
    name: 'source',
    type: 'string',
    isNullable: true,
    description: "Where the data came from; CMS's converter writes qrda3.",
  },
  ...SERVER_FIELDS,
  server('submissionId', 'The id of the submission the set belongs to.'),
  server('submitterId', 'Who submitted the set.'),
  server('submitterType', 'What kind of submitter that was.'),
  { ...server('suppressed', 'Whether the set is left out of scoring.'), type: 'boolean' },
  { ...server('version', 'The version of the set.'), type: 'value' },
];

const SET_FIELD_DESCRIPTIONS: Readonly<Record<string, string>> = {
  practiceId: 'The CPC+ practice site the set is for. Needed for program cpcPlus, and only there.',
  practiceDetails: 'TIN and NPIs of the PCF practice. For program pcf only.',
  measureSet: 'The specialty measure set that was chosen.',
};

export const PRACTICE_DETAILS_FIELDS: readonly Field[] = [
  {
    name: 'taxpayerIdentificationNumber',
    type: 'string',
    isNullable: true,
    description: 'The TIN of the practice.',
  },
  {
    name: 'nationalProviderIdentifiers',
    type: 'array',
    isNullable: true,
    description: 'The NPIs of the practice.',
  },
];

export const MEASUREMENT_FIELDS: readonly Field[] = [
  {
    name: 'measureId',
    type: 'string',
    isRequired: true,
    description: 'The id of the measure or activity, as text: 236, PI_EP_1, IA_AHE_1.',
  },
  {
    name: 'value',
    type: 'value',
    isRequired: true,
    description: 'What was measured. Its shape depends on the measure.',
  },
  ...SERVER_FIELDS,
  server('measurementSetId', 'The id of the measurement set.'),
];
