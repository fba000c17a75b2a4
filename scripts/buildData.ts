import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cmsCheckoutReader, isCmsCheckout } from '../server/src/catalog/cmsData/checkout.ts';
import { plannedFiles } from './data/plan.ts';
import { recordLines } from './data/recordLines.ts';

/** `npm run data -- <directory>`: rebuilds the catalogue files of `schemas/` from a checkout of CMS's qpp-measures-data. */
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
    const folder = join(import.meta.dirname, '..', 'schemas', String(performanceYear));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), recordLines(file));
    console.log(`schemas/${performanceYear}/${name}.json`);
  }
}

main(process.argv[2]);
