import fs from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { bundles } from '../esbuild.js';

/** A package whose code is in one of our bundles. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Text of its licence and notice files. */
  readonly texts: readonly string[];
}

const root = path.resolve(__dirname, '..');
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|thirdpartynotices)\b/i;
const RULE = '='.repeat(80);

/** What `ThirdPartyNotices.txt` has to say: the licences of all code of others that is in dist/. */
export async function thirdPartyNotices(): Promise<string> {
  const folders = new Set<string>();
  for (const options of bundles) for (const folder of await bundledPackages(options)) folders.add(folder);
  const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    'QPP Lens holds code of these packages. Their licences follow; that of QPP Lens is in the file LICENSE.',
    'Its measures, benchmarks and other data are made from public data of the Centers for Medicare & Medicaid Services.',
    '',
    ...packages.map(({ name, version, license }) => `${name} ${version} (${license})`),
    ...packages.flatMap(({ name, version, texts }) => ['', RULE, `${name} ${version}`, RULE, '', ...texts]),
    '',
  ].join('\n');
}

/** Folders of the packages that a bundle takes code from, as the bundler counts it. */
async function bundledPackages(options: BuildOptions): Promise<string[]> {
  const { metafile } = await build({ ...options, absWorkingDir: root, write: false, metafile: true });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.flatMap(([file, { bytesInOutput }]) => {
    const inPackage = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file);
    return inPackage && bytesInOutput > 0 ? [path.resolve(root, inPackage[0])] : [];
  });
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = fs.readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  if (files.length === 0) throw new Error(`${name} ${version} comes without the text of its licence.`);
  const texts = files.sort().map((file) => tidy(fs.readFileSync(path.join(folder, file), 'utf8')));
  return { name, version, license, texts };
}

function tidy(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
