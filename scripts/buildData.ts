import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cmsCheckoutReader, isCmsCheckout } from '../server/src/catalog/cmsData/checkout.ts';
import { readKnowledge } from '../server/src/knowledgeFolder.ts';
import { plannedFiles } from './data/plan.ts';
import { recordLines } from './data/recordLines.ts';
import { committedSchemas } from './jsonSchema/committedSchemas.ts';

const SCHEMAS = join(import.meta.dirname, '..', 'schemas');

/** `npm run data -- <directory>`: rebuilds the catalogue files of `schemas/` from a checkout of CMS's qpp-measures-data, and the JSON schemas from them. */
function main(directory: string | undefined): void {
  if (directory === undefined || !isCmsCheckout(directory)) {
    console.error('Usage: npm run data -- <directory of a qpp-measures-data checkout>');
    process.exitCode = 2;
    return;
  }
  const read = cmsCheckoutReader(directory);
  for (const { performanceYear, name } of plannedFiles) {
    const file = read(performanceYear, name);
    if (typeof file !== 'object' || file === null) {
      throw new Error(`The checkout has no ${name} of ${performanceYear}.`);
    }
    const folder = join(SCHEMAS, String(performanceYear));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), recordLines(file));
    console.log(`schemas/${performanceYear}/${name}.json`);
  }
  for (const { path, text } of committedSchemas(readKnowledge(SCHEMAS))) {
    writeFileSync(join(SCHEMAS, path), text);
    console.log(`schemas/${path}`);
  }
}

main(process.argv[2]);
