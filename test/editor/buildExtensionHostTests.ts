import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const sources = path.join(__dirname, 'extensionHost');
const output = path.resolve(__dirname, '../../dist/test/editor');

/** Bundles the tests for the extension host; returns the path of the file that runs them. */
export async function buildExtensionHostTests(): Promise<string> {
  fs.rmSync(output, { recursive: true, force: true });
  const files = fs.readdirSync(sources, { recursive: true, encoding: 'utf8' });
  await build({
    entryPoints: files.filter((name) => name.endsWith('.ts')).map((name) => path.join(sources, name)),
    outdir: output,
    outbase: sources,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(output, 'run.js');
}
