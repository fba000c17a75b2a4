/**
 * Writes `dist/types/`: the declarations of `import ... from 'qpp-lens'`, and of nothing that these do not name. Run by
 * `npm pack`.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const ENTRY = 'server/src/library.d.ts';
const TARGET = path.join(ROOT, 'dist/types');

function main(): void {
  const all = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-types-'));
  execFileSync('npx', ['tsc', '-p', 'scripts/library.tsconfig.json', '--outDir', all], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  fs.rmSync(TARGET, { recursive: true, force: true });
  copyWithImports(all, ENTRY, new Set());
  fs.rmSync(all, { recursive: true });
}

function copyWithImports(from: string, file: string, copied: Set<string>): void {
  if (copied.has(file)) return;
  copied.add(file);
  const text = fs.readFileSync(path.join(from, file), 'utf8');
  const target = path.join(TARGET, path.relative('server/src', file));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  // Every resolution of modules finds `x.d.ts` for `x.js`; `x.ts` needs a setting of whoever imports.
  fs.writeFileSync(target, text.replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  for (const [, name] of text.matchAll(/from '(\.[^']*)\.ts'/g)) {
    copyWithImports(from, path.join(path.dirname(file), `${name}.d.ts`), copied);
  }
}

main();
