import type { JsonFormat } from '../catalog/jsonFormat.ts';
import type { Field } from './fields.ts';
import {
  COMPUTED_FIELDS,
  COMPUTED_RATE,
  COUNT_FIELDS,
  END_TO_END,
  MEASUREMENT_ID,
  NUMERATOR_EXCLUSION,
  nonProportionFields,
  PROPORTION_FIELDS,
  REGISTRY_FIELDS,
  REGISTRY_RATE,
  STRATA,
  STRATUM_NAME,
} from './valueFields.ts';

/** The shape a measurement's value has, by the `metricType` of its measure. */
export type ValueFormat =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'strata'; readonly fields: readonly Field[]; readonly stratumFields: readonly Field[] };

const FORMATS: ReadonlyMap<string, ValueFormat> = new Map<string, ValueFormat>([
  ['boolean', { kind: 'boolean' }],
  ['proportion', { kind: 'object', fields: PROPORTION_FIELDS }],
  [
    'singlePerformanceRate',
    { kind: 'object', fields: [END_TO_END, ...COUNT_FIELDS, ...COMPUTED_FIELDS, COMPUTED_RATE] },
  ],
  [
    'registrySinglePerformanceRate',
    { kind: 'object', fields: [END_TO_END, ...COUNT_FIELDS, ...REGISTRY_FIELDS, ...COMPUTED_FIELDS] },
  ],
  ['multiPerformanceRate', strata([...COMPUTED_FIELDS, COMPUTED_RATE], [])],
  ['registryMultiPerformanceRate', strata([REGISTRY_RATE, ...COMPUTED_FIELDS], [NUMERATOR_EXCLUSION])],
]);

const NON_PROPORTION: ValueFormat = { kind: 'object', fields: nonProportionFields(true) };
const NON_PROPORTION_WITHOUT_INSTANCES: ValueFormat = { kind: 'object', fields: nonProportionFields(false) };

/** The shape of a metric type's value; `null` for types that nobody uploads (`cahps`, `costScore`). */
export function valueFormat(metricType: string, format: JsonFormat | null): ValueFormat | null {
  if (metricType !== 'nonProportion') return FORMATS.get(metricType) ?? null;
  const isRequired = format?.observationInstancesRequired ?? true;
  return isRequired ? NON_PROPORTION : NON_PROPORTION_WITHOUT_INSTANCES;
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
