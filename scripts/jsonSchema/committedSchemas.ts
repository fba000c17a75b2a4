import { performanceYears } from '../../server/src/catalog/performanceYears.ts';
import type { Knowledge } from '../../server/src/knowledge.ts';
import { anyYearSchema } from './anyYearSchema.ts';
import { buildQppJsonSchema, schemaText } from './buildQppJsonSchema.ts';

/** The JSON schema of every year that can be checked, and the one that chooses among them, by path below `schemas/`. */
export function committedSchemas({
  catalogs,
  policies,
}: Knowledge): { readonly path: string; readonly text: string }[] {
  const years = performanceYears.map((year) => {
    const catalog = catalogs.year(year);
    if (!catalog) throw new Error(`There are no measures of ${year}.`);
    const pattern = policies(year)?.pi.cehrtId.value?.pattern ?? null;
    return { path: `${year}/qpp-json.schema.json`, text: schemaText(buildQppJsonSchema(catalog, pattern)) };
  });
  return [
    ...years,
    { path: 'qpp-json.schema.json', text: `${JSON.stringify(anyYearSchema(performanceYears), null, 2)}\n` },
  ];
}
