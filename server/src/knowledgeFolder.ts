import { join } from 'node:path';
import { cmsCheckoutReader, isCmsCheckout } from './catalog/cmsData/checkout.ts';
import { firstReader } from './catalog/firstReader.ts';
import { readJson, schemasReader } from './catalog/schemasReader.ts';
import type { Knowledge } from './knowledge.ts';
import { createKnowledge } from './knowledge.ts';

/**
 * The knowledge in a folder of the file system: `schemas/`, or its copy beside the bundled programs. Throws when
 * `measuresData` is no checkout.
 * @param measuresData a newer checkout of CMS's qpp-measures-data, which then goes before our own measures and benchmarks
 */
export function readKnowledge(directory: string, measuresData: string | null = null): Knowledge {
  if (measuresData !== null && !isCmsCheckout(measuresData)) {
    throw new Error(`"${measuresData}" is no checkout of CMS's qpp-measures-data.`);
  }
  const own = schemasReader(directory);
  const read = measuresData === null ? own : firstReader(cmsCheckoutReader(measuresData), own);
  return createKnowledge(read, (name) => readJson(join(directory, `${name}.json`)));
}
