import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GuideTable } from '../../server/src/qrda3/guide/table.ts';
import { createGuideTables } from '../../server/src/qrda3/guide/tables.ts';
import { createCdaSchema } from '../../server/src/qrda3/schema/schema.ts';
import type { CdaStructure } from '../../server/src/qrda3/schema/structure.ts';
import { diagnose } from '../../server/src/rules/guide/diagnosis.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { readShared } from '../corpus/shared.ts';

const SAMPLE = 'esac__2025__v1.0__2025MIPSGroupSampleQRDA-III-v1.0.xml';
const WARM_UP = 15;
const RUNS = 60;

const SCHEMAS = path.resolve(__dirname, '../../schemas');

/**
 * Measures the layers `guide` and `schema` on CMS's 1.45 MB sample, warm, medians in milliseconds.
 * Run it with `npx tsx test/bench/guide.ts`; bundled, as the server is, the code is faster. Budgets: guide rules 25 ms on the parsed file, 60 ms with the parse.
 */
function main(): void {
  const text = readShared('samples', 'qrda3', 'files', SAMPLE);
  const guides = createGuideTables([2025], (year) => readSchema(`${year}/qrda3.json`) as GuideTable);
  const guide = guides.guide(2025);
  const schema = createCdaSchema(() => readSchema('cda/structure.json') as CdaStructure);
  if (!guide) throw new Error('The guide of 2025 is missing.');
  const times: Record<string, number[]> = {
    parse: [],
    'guide rules': [],
    'their findings': [],
    'CDA schema': [],
  };
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const start = performance.now();
    const document = parseXml(text);
    const parsed = performance.now();
    guide.violations(document);
    const checked = performance.now();
    diagnose(guide, document, null, schema);
    const told = performance.now();
    schema.faults(document);
    const end = performance.now();
    if (run < WARM_UP) continue;
    times.parse?.push(parsed - start);
    times['guide rules']?.push(checked - parsed);
    times['their findings']?.push(told - checked);
    times['CDA schema']?.push(end - told);
  }
  for (const [what, values] of Object.entries(times))
    console.log(`${what.padEnd(16)} ${median(values).toFixed(1)} ms`);
}

function readSchema(file: string): unknown {
  return JSON.parse(readFileSync(path.join(SCHEMAS, file), 'utf8'));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

main();
