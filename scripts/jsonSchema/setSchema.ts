import type { Measure, YearCatalog } from '../../server/src/catalog/catalog.ts';
import type { JsonFormat, YearlySetField } from '../../server/src/catalog/jsonFormat.ts';
import { MEASUREMENT_FIELDS, PRACTICE_DETAILS_FIELDS, setFields } from '../../server/src/qppJson/fields.ts';
import type { Schema } from './objectSchema.ts';
import { objectSchema, when } from './objectSchema.ts';
import { valueGroups } from './valueSchemas.ts';

/** Measurements by category and method, and the shapes their values have. */
export interface Definitions {
  readonly measurement: Schema;
  readonly value: Schema;
}

/** The schema of a measurement set, and the definitions it refers to. */
export function setSchema(
  catalog: YearCatalog,
  format: JsonFormat,
  cehrtIdPattern: string | null,
): { readonly set: Schema; readonly definitions: Definitions } {
  const branches = measurementBranches(catalog, format);
  const set = {
    ...objectSchema(setFields(format), {
      category: { enum: format.categories },
      submissionMethod: { enum: format.submissionMethods },
      programName: { enum: programNames(catalog, format), default: 'mips' },
      cehrtId: { pattern: cehrtIdPattern ?? '^[A-Z0-9]{15}$' },
      performanceStart: { $ref: '#/definitions/date' },
      performanceEnd: { $ref: '#/definitions/date' },
      practiceDetails: objectSchema(PRACTICE_DETAILS_FIELDS),
    }),
    allOf: [
      ...branches.map(({ name, properties }) =>
        when(properties, {
          properties: { measurements: { items: { $ref: `#/definitions/measurement/${name}` } } },
        }),
      ),
      ...format.cehrtIdRequired.map(({ category, submissionMethod }) =>
        when(
          {
            category: { const: category },
            ...(submissionMethod && { submissionMethod: { const: submissionMethod } }),
          },
          { required: ['cehrtId'], properties: { cehrtId: { type: 'string' } } },
        ),
      ),
      ...format.setFields.flatMap(programSchemas),
    ],
  };
  return { set, definitions: measurementDefinitions(branches, catalog) };
}

/** The programs of the year; PCF's name may be upper or lower case. The set's own `null` means `mips`. */
function programNames(catalog: YearCatalog, { programs }: JsonFormat): (string | null)[] {
  const spellings = programs.flatMap((name) => (name === 'pcf' ? ['pcf', 'PCF'] : [name]));
  return [...spellings, ...catalog.mvps.keys(), null];
}

/** A field that belongs to some programs stands in their sets only, and in all of them where it is required. */
function programSchemas({ name, programs, required }: YearlySetField): Schema[] {
  if (!programs) return [];
  const spellings = programs.flatMap((program) => (program === 'pcf' ? ['pcf', 'PCF'] : [program]));
  const isOfProgram = { programName: { enum: spellings } };
  return [
    when({ [name]: { not: { type: 'null' } } }, { properties: isOfProgram, required: ['programName'] }),
    ...(required ? [when(isOfProgram, { required: [name] })] : []),
  ];
}

/** Measures that may stand in the same sets. */
interface Branch {
  readonly name: string;
  /** Properties of the sets. */
  readonly properties: Readonly<Record<string, Schema>>;
  readonly method: string | null;
  readonly measures: readonly Measure[];
}

function measurementBranches(catalog: YearCatalog, { submissionMethods }: JsonFormat): Branch[] {
  const measures = [...catalog.measures.values()];
  const quality = submissionMethods.map((method) => ({
    name: `quality-${method}`,
    properties: { category: { const: 'quality' }, submissionMethod: { const: method } },
    method,
    measures: measures.filter((measure) => isReportedBy(measure, method)),
  }));
  const others = (['pi', 'ia'] as const).map((category) => ({
    name: category,
    properties: { category: { const: category } },
    method: null,
    measures: measures.filter((measure) => measure.category === category),
  }));
  return [...quality, ...others];
}

function isReportedBy(measure: Measure, method: string): boolean {
  return (
    measure.category === 'quality' && measure.submissionMethods.some((candidate) => candidate === method)
  );
}

function measurementDefinitions(branches: readonly Branch[], catalog: YearCatalog): Definitions {
  const measurement: Record<string, Schema> = {};
  const value: Record<string, Schema> = {};
  for (const { name, method, measures } of branches) {
    const groups = valueGroups(measures, method, catalog);
    for (const group of groups) value[group.name] = group.schema;
    measurement[name] = {
      ...objectSchema(MEASUREMENT_FIELDS, {
        measureId: idSchema(
          groups.flatMap(({ measureIds }) => measureIds),
          catalog,
        ),
      }),
      allOf: groups.map((group) =>
        when(
          { measureId: { enum: group.measureIds } },
          { properties: { value: { $ref: reference(group.name) } } },
        ),
      ),
    };
  }
  return { measurement, value };
}

/** `enumDescriptions` is VS Code's: completion shows them beside the ids. */
function idSchema(measureIds: readonly string[], { measures }: YearCatalog): Schema {
  return { enum: measureIds, enumDescriptions: measureIds.map((id) => measures.get(id)?.title ?? '') };
}

/** A JSON pointer; stratum names may hold its separators. */
function reference(name: string): string {
  const escaped = name.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#/definitions/value/${encodeURIComponent(escaped)}`;
}
