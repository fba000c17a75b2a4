import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { thirdPartyNotices } from '../../../scripts/thirdPartyNotices.ts';

const NOTICES = readFileSync(path.resolve(__dirname, '../../../ThirdPartyNotices.txt'), 'utf8');

describe('The third-party notices', () => {
  it('hold the licences of exactly the packages whose code is bundled; `npm run notices` writes them', async () => {
    const current = await thirdPartyNotices();
    assert.deepEqual(listed(NOTICES), listed(current));
    assert.ok(NOTICES === current, 'a licence text is not the current one');
  });

  it('name a licence that allows to pass the code on, for each package', () => {
    const permissive = /\((?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD)\)$/;
    assert.deepEqual(
      listed(NOTICES).filter((line) => !permissive.test(line)),
      [],
    );
  });
});

/** The lines that name package, version and licence. */
function listed(notices: string): string[] {
  return notices.split('\n').filter((line) => /^\S+ \d+\.\d+\.\d+\S* \(.+\)$/.test(line));
}
