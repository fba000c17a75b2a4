import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

/**
 * What a function of a module of the bench gives for a text, in a process of its own and bundled as the server is: the
 * loader that the tests run with adds a call to each function that is made, and the heap of the bench is full of other
 * things, neither of which any user pays for.
 */
export function inOwnProcess<Result>(fileName: string, functionName: string, text = ''): Result {
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
    const program = `
      const { ${functionName} } = require(${JSON.stringify(outfile)});
      console.log(JSON.stringify(${functionName}(require('node:fs').readFileSync(0, 'utf8'))));`;
    return JSON.parse(execFileSync(process.execPath, ['-e', program], { input: text, encoding: 'utf8' }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
