import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const suiteFolder = path.join(__dirname, 'suite');
const output = path.resolve(__dirname, '../../dist/test/editor');

/** Bundles the suite for the extension host; returns the path of the file that runs it. */
export async function buildSuite(): Promise<string> {
  fs.rmSync(output, { recursive: true, force: true });
  const sources = fs.readdirSync(suiteFolder).filter((name) => name.endsWith('.ts'));
  await build({
    entryPoints: sources.map((name) => path.join(suiteFolder, name)),
    outdir: output,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(output, 'index.js');
}
