import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

/**
 * A module of the bench bundled as the server is: the loader that the tests run with adds a call to each function that
 * is made, which no user pays for.
 */
export function bundled<Module>(fileName: string): Module {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-bench-'));
  const outfile = path.join(folder, 'module.cjs');
  try {
    buildSync({
      entryPoints: [path.join(__dirname, fileName)],
      outfile,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      minify: true,
      // What the fixtures read they find from the folder they stand in.
      define: {
        __dirname: JSON.stringify(path.resolve(__dirname, '../fixtures')),
        'import.meta.url': JSON.stringify(pathToFileURL(path.resolve(__dirname, '../fixtures/x.ts')).href),
      },
    });
    return require(outfile) as Module;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
