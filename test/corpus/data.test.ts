import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plannedFiles } from '../../scripts/data/plan.ts';
import { recordLines } from '../../scripts/data/recordLines.ts';
import { cmsCheckoutReader } from '../../server/src/catalog/cmsData/checkout.ts';
import { sharedPath } from './shared.ts';

const schemas = join(import.meta.dirname, '..', '..', 'schemas');

describe('the committed catalogue', () => {
  for (const { performanceYear, name } of plannedFiles) {
    it(`has in ${performanceYear}/${name}.json exactly what the build makes of CMS’s data`, () => {
      const built = cmsCheckoutReader(sharedPath('data', 'qpp-measures-data'))(performanceYear, name);
      assert.ok(typeof built === 'object' && built !== null);
      const committed = readFileSync(join(schemas, String(performanceYear), `${name}.json`), 'utf8');
      assert.ok(
        recordLines(built) === committed,
        'run `npm run data` with the same checkout and commit the result',
      );
    });
  }
});
