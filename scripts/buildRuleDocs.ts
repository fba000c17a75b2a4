/** `npm run docs`: writes a page for every rule, and their index, to docs/rules. */
import fs from 'node:fs';
import path from 'node:path';
import { rulePages } from './ruleDocs.ts';

const folder = path.resolve(__dirname, '../docs/rules');

fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
for (const [name, text] of rulePages()) fs.writeFileSync(path.join(folder, name), text);
