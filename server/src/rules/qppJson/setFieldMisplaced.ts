import type { Catalogs } from '../../catalog/catalog.ts';
import type { JsonFormat, YearlySetField } from '../../catalog/jsonFormat.ts';
import type { JsonObject, JsonProperty } from '../../json/tree.ts';
import { member } from '../../json/tree.ts';
import { setFields } from '../../qppJson/fields.ts';
import { asMeant, unknownKeys } from '../../qppJson/keys.ts';
import { bracketSpan } from '../../qppJson/sourcedValue.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { deleteProperty } from './edits.ts';
import { jsonParts } from './jsonParts.ts';

/** A key of a measurement set that belongs to another program or another year. */
export const jsonSetFieldMisplaced: Rule = {
  id: 'json-set-field-misplaced',
  layer: 'upload',
  severity: 'error',
  needsYear: true,
  source:
    'CMS QPP submissions API documentation, Measurement Sets and change log (8/15/21, 08/31/22, 08/28/2025)',
  title: 'The key belongs to another program or year',
  documentation: `Some keys of a measurement set belong to one program in some years: \`practiceId\` to \`cpcPlus\` (until 2021, needed there), \`practiceDetails\` to \`pcf\` (2021 to 2024). Anywhere else they must be left out. \`measureSet\` was removed in 2025.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts?.format || parts.shape === 'response') return;
    for (const set of parts.sets) {
      const meant = asMeant(set, setFields(parts.format));
      for (const field of parts.format.setFields) {
        if (isProgramKnown(meant, parts.format, context)) yield* checkProgram(meant, field);
      }
      yield* checkYears(set, context);
    }
  },
};

/** Where the program is a riddle, what belongs to it is too. */
function isProgramKnown(set: JsonObject, { programs }: JsonFormat, { catalog }: RuleContext): boolean {
  const programName = member(set, 'programName');
  if (programName === undefined || programName.type === 'null') return true;
  if (programName.type !== 'string') return false;
  const { value } = programName;
  return catalog.mvps.has(value) || programs.some((name) => name.toLowerCase() === value.toLowerCase());
}

/** A key that the year knows, in a set for another program; or not there in a set for its own. */
function* checkProgram(set: JsonObject, field: YearlySetField): Iterable<Problem> {
  if (!field.programs) return;
  const property = valued(set, field.name);
  const programName = member(set, 'programName');
  const program = programName?.type === 'string' ? programName.value : 'mips';
  // CMS: the program name of PCF may be upper or lower case.
  const belongs = field.programs.some((name) => name.toLowerCase() === program.toLowerCase());
  if (property && !belongs) {
    yield {
      span: property.keySpan,
      message: `"${field.name}" belongs to sets for program "${field.programs.join('", "')}" alone; this set is for "${program}".`,
      fixes: [deleteProperty(set, property)],
    };
  } else if (!property && belongs && field.required) {
    const message = `A set for program "${program}" needs "${field.name}".`;
    yield { span: programName?.span ?? bracketSpan(set), message };
  }
}

function* checkYears(
  set: JsonObject,
  { catalog, catalogs, performanceYear }: RuleContext,
): Iterable<Problem> {
  for (const { property } of unknownKeys(set, setFields(catalog.jsonFormat))) {
    const years = yearsOf(property.key, catalogs);
    const field = catalogs
      .year(years[0] ?? 0)
      ?.jsonFormat?.setFields.find(({ name }) => name === property.key);
    if (!field || !valued(set, property.key)) continue;
    yield {
      span: property.keySpan,
      // `measureSet` was merely taken out of the documentation; the others must be left out.
      ...(field.programs === undefined && { severity: 'warning' }),
      message: `"${property.key}" is no key of a measurement set in ${performanceYear}; it was one from ${years[0]} to ${years.at(-1)}.`,
      fixes: [deleteProperty(set, property)],
    };
  }
}

/** The years whose measurement sets have a key that not all years have. Reads them all: ask it of strange keys only. */
export function yearsOf(key: string, catalogs: Catalogs): number[] {
  return catalogs.years.filter((year) =>
    catalogs.year(year)?.jsonFormat?.setFields.some(({ name }) => name === key),
  );
}

function valued(set: JsonObject, key: string): JsonProperty | undefined {
  return set.properties.find((property) => property.key === key && property.value?.type !== 'null');
}
