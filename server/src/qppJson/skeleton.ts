import type { Measure, YearCatalog } from '../catalog/catalog.ts';
import type { Gaps } from '../text/snippet.ts';
import type { Field } from './fields.ts';
import { valueFormat } from './valueFormats.ts';

/**
 * The value a measure needs as an editor's snippet (`${1:0}` marks a gap): every count, and every stratum under its
 * exact name. `submissionMethod` decides whether exclusions are asked for: a MIPS CQM has none.
 */
export function valueSkeleton(
  measure: Measure,
  submissionMethod: string | null,
  { jsonFormat }: YearCatalog,
  gaps: Gaps,
): string {
  const format = valueFormat(measure.metricType, jsonFormat);
  if (!format || format.kind === 'boolean') return `\${${gaps.next()}|true,false|}`;
  const isCqm =
    measure.category === 'quality' && !measure.isRegistryMeasure && submissionMethod === 'registry';
  const hasNoExclusions = isCqm && jsonFormat?.registryExclusionsAreZero === true;
  const asked = (fields: readonly Field[]) => askedFields(fields, hasNoExclusions);
  if (format.kind === 'object') return objectSkeleton(asked(format.fields), gaps);
  const names = measure.category === 'quality' ? measure.strata.map(({ name }) => name ?? '') : [];
  const strata = names.map((name) => indent(stratumSkeleton(name, asked(format.stratumFields), gaps)));
  const others = asked(format.fields)
    .filter(({ name }) => name !== 'strata')
    .map((field) => `  "${field.name}": ${gap(field, gaps)},\n`);
  return `{\n${others.join('')}  "strata": [\n${strata.map(indent).join(',\n')}\n  ]\n}`;
}

/** A stratum under its name, with a gap for each count. */
export function stratumSkeleton(name: string, fields: readonly Field[], gaps: Gaps): string {
  const counts = fields.filter((field) => field.name !== 'stratum' && field.role === undefined);
  const lines = counts.map((field) => `  "${field.name}": ${gap(field, gaps)}`);
  return `{\n${[`  "stratum": ${JSON.stringify(name)}`, ...lines].join(',\n')}\n}`;
}

/** What a user fills in: nothing that CMS sets or works out, and no fields hardly any measure has. */
function askedFields(fields: readonly Field[], hasNoExclusions: boolean): Field[] {
  const isUnusual = ({ name }: Field) => name === 'numeratorExclusion' || name === 'denominatorException';
  return fields.filter(
    (field) =>
      field.role === undefined &&
      !isUnusual(field) &&
      !(hasNoExclusions && field.name === 'eligiblePopulationExclusion'),
  );
}

function objectSkeleton(fields: readonly Field[], gaps: Gaps): string {
  return `{\n${fields.map((field) => `  "${field.name}": ${gap(field, gaps)}`).join(',\n')}\n}`;
}

/** A gap of the field's type. */
export function gap({ type }: Field, gaps: Gaps): string {
  const number = gaps.next();
  switch (type) {
    case 'integer':
    case 'number':
      return `\${${number}:0}`;
    case 'boolean':
      return `\${${number}|true,false|}`;
    case 'string':
      return `"$${number}"`;
    case 'array':
      return `[\n  $${number}\n]`;
    default:
      return `$${number}`;
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
