/** `npm run notices`: writes ThirdPartyNotices.txt, the licences of all code of others in the package. */
import fs from 'node:fs';
import path from 'node:path';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

thirdPartyNotices().then(
  (text) => fs.writeFileSync(path.resolve(__dirname, '../ThirdPartyNotices.txt'), text),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
