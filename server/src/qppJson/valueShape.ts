import type { Measure } from '../catalog/catalog.ts';
import type { JsonValue } from '../json/tree.ts';
import { asMeant } from './keys.ts';
import { ANY_VALUE_FIELDS } from './valueFields.ts';

/** Keys that make a value one of performance rates. */
export const RATE_KEYS: ReadonlySet<string> = new Set([
  'performanceMet',
  'performanceNotMet',
  'eligiblePopulation',
  'eligiblePopulationExclusion',
  'eligiblePopulationException',
]);

/** Which of the known shapes a value has; `null` for anything else, such as an empty object. */
export type ValueShape = 'boolean' | 'proportion' | 'rate' | 'strata';

/** Tells the shape of a measurement's value by its keys, also by misspelt ones. */
export function valueShape(value: JsonValue | undefined): ValueShape | null {
  if (value?.type === 'boolean') return 'boolean';
  if (value?.type !== 'object') return null;
  let shape: ValueShape | null = null;
  for (const { key } of asMeant(value, ANY_VALUE_FIELDS).properties) {
    if (key === 'strata') return 'strata';
    if (RATE_KEYS.has(key)) shape = 'rate';
    else if (shape === null && (key === 'numerator' || key === 'denominator')) shape = 'proportion';
  }
  return shape;
}

/** The shape that a measure's metric type asks for; `null` for types nobody uploads. */
export function expectedShape(measure: Measure): ValueShape | null {
  switch (measure.metricType) {
    case 'boolean':
      return 'boolean';
    case 'proportion':
    case 'nonProportion':
      return 'proportion';
    case 'singlePerformanceRate':
    case 'registrySinglePerformanceRate':
      return 'rate';
    case 'multiPerformanceRate':
    case 'registryMultiPerformanceRate':
      return 'strata';
    default:
      return null;
  }
}
