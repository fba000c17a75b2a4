import type { Measure, MeasureStratum, YearCatalog } from '../../server/src/catalog/catalog.ts';
import type { JsonFormat } from '../../server/src/catalog/jsonFormat.ts';
import type { ValueFormat } from '../../server/src/qppJson/valueFormats.ts';
import { valueFormat } from '../../server/src/qppJson/valueFormats.ts';
import type { Schema } from './objectSchema.ts';
import { objectSchema } from './objectSchema.ts';

/** Measures of one category and method whose values have the same shape. */
export interface ValueGroup {
  /** Name of the shape under `definitions`. */
  readonly name: string;
  readonly schema: Schema;
  readonly measureIds: readonly string[];
}

/** Sorts measures by the shape of their values; measures that nobody uploads are left out. */
export function valueGroups(
  measures: readonly Measure[],
  method: string | null,
  catalog: YearCatalog,
): ValueGroup[] {
  const groups = new Map<string, { schema: Schema; measureIds: string[] }>();
  for (const measure of measures) {
    const shape = valueShape(measure, method, catalog.jsonFormat);
    if (!shape) continue;
    const group = groups.get(shape.name);
    if (group) group.measureIds.push(measure.measureId);
    else groups.set(shape.name, { schema: shape.schema, measureIds: [measure.measureId] });
  }
  return [...groups].map(([name, group]) => ({ name, ...group }));
}

function valueShape(measure: Measure, method: string | null, format: JsonFormat | null) {
  const shape = valueFormat(measure.metricType, format);
  if (!shape) return null;
  // From 2020 on a MIPS CQM has no exclusions (CMS QPP submissions API, change log 8/15/20).
  const isCqm = measure.category === 'quality' && !measure.isRegistryMeasure && method === 'registry';
  const hasNoExclusions = isCqm && format?.registryExclusionsAreZero === true;
  const details: Record<string, Schema> = hasNoExclusions
    ? { eligiblePopulationExclusion: { enum: [0, null] } }
    : {};
  const suffix = hasNoExclusions ? 'Cqm' : '';
  if (shape.kind === 'boolean') return { name: 'boolean', schema: { type: 'boolean' } };
  if (shape.kind === 'object') {
    const schema = objectSchema(shape.fields, { ...details, performanceRate: PERCENT });
    return { name: `${measure.metricType}${suffix}`, schema };
  }
  const strata = measure.category === 'quality' ? strataNames(measure.strata) : [];
  const optional = optionalStrata(measure.measureId, method, format);
  return {
    name: [`${measure.metricType}${suffix}`, ...strata, ...(optional.length > 0 ? ['optional'] : [])].join(
      '/',
    ),
    schema: strataSchema(shape, strata, optional, details),
  };
}

const PERCENT: Schema = { minimum: 0, maximum: 100 };

function strataNames(strata: readonly MeasureStratum[]): string[] {
  return strata.map(({ name }) => name).filter((name) => name !== null);
}

function optionalStrata(
  measureId: string,
  method: string | null,
  format: JsonFormat | null,
): readonly string[] {
  const isSame = (entry: { measureId: string; submissionMethod: string }) =>
    entry.measureId === measureId && entry.submissionMethod === method;
  return format?.optionalStrata.find(isSame)?.strata ?? [];
}

/** An object with one entry for each stratum. `contains` asks for each name; the bounds keep any from standing twice. */
function strataSchema(
  shape: ValueFormat & { kind: 'strata' },
  names: readonly string[],
  optional: readonly string[],
  details: Readonly<Record<string, Schema>>,
): Schema {
  const required = names.filter((name) => !optional.includes(name));
  const bounds = names.length > 0 ? { minItems: required.length, maxItems: names.length } : { minItems: 1 };
  const strata = {
    ...bounds,
    items: objectSchema(shape.stratumFields, {
      ...details,
      ...(names.length > 0 && { stratum: { enum: names } }),
    }),
    ...(required.length > 0 && {
      allOf: required.map((name) => ({
        contains: { properties: { stratum: { const: name } }, required: ['stratum'] },
      })),
    }),
  };
  return objectSchema(shape.fields, { strata, performanceRate: PERCENT });
}
