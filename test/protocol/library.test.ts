import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { qrda3, TEST_TIN } from '../fixtures/qrda3/document.ts';

const ROOT = path.resolve(__dirname, '../..');
const STALE = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
const VALID = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });

/** What a user's program does; printed as JSON. */
const PROGRAM = `
const stale = readFileSync('stale.xml');
const valid = readFileSync('valid.xml', 'utf8');
const { format, performanceYear, participant, findings } = check(stale, { path: 'stale.xml' });
console.log(JSON.stringify({
  format, performanceYear, participant,
  rules: findings.map((finding) => finding.rule),
  silenced: check(stale, { rules: { 'measure-guid-unknown': 'off' } }).findings.map((finding) => finding.rule),
  points: score(valid)[0].quality.measures.map((measure) => measure.measureId),
  changed: score([valid], { whatIf: ['236=80/100'] })[0].quality.measures[0].performanceRate,
  converted: JSON.parse(convert(valid).text).performanceYear,
  refused: convert(stale).refusals.map((refusal) => refusal.code),
}));
`;

describe('The packed library', () => {
  let folder: string;
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const told = (name: string, imports: string) => {
    fs.writeFileSync(path.join(folder, name), `${imports}\n${PROGRAM}`);
    return JSON.parse(run('node', name));
  };

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-library-'));
    // Not by its own scripts: these would build anew what other tests are running.
    execFileSync('npx', ['tsx', 'scripts/buildTypes.ts'], { cwd: ROOT });
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [{ filename }] = JSON.parse(packed);
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "name": "user", "private": true }');
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
    fs.writeFileSync(path.join(folder, 'stale.xml'), STALE);
    fs.writeFileSync(path.join(folder, 'valid.xml'), VALID);
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  const expected = (result: Readonly<Record<string, unknown>>) => {
    assert.equal(result.format, 'qrda3');
    assert.equal(result.performanceYear, 2025);
    assert.deepEqual(result.participant, { entityType: 'group', tin: TEST_TIN });
    assert.ok((result.rules as string[]).includes('measure-guid-unknown'));
    assert.ok(!(result.silenced as string[]).includes('measure-guid-unknown'));
    assert.deepEqual(result.points, ['236']);
    assert.equal(result.changed, 80);
    assert.equal(result.converted, 2025);
    assert.deepEqual(result.refused, [6]);
  };

  it('is imported by an ES module', () => {
    expected(
      told(
        'user.mjs',
        "import { readFileSync } from 'node:fs';\nimport { check, score, convert } from 'qpp-lens';",
      ),
    );
  });

  it('is required by a CommonJS module', () => {
    expected(
      told(
        'user.cjs',
        "const { readFileSync } = require('node:fs');\nconst { check, score, convert } = require('qpp-lens');",
      ),
    );
  });

  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['preserve', 'bundler'],
  ] as const) {
    it(`has types for a TypeScript program that resolves modules as ${resolution}`, () => {
      fs.copyFileSync(path.join(ROOT, 'test/fixtures/libraryUser.ts'), path.join(folder, 'user.ts'));
      const settings = {
        strict: true,
        noEmit: true,
        module,
        moduleResolution: resolution,
        types: [],
        target: 'es2023',
      };
      const tsconfig = { compilerOptions: settings, files: ['user.ts'] };
      fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
      run('node', path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.');
    });
  }

  it('brings the command line, and nothing of the editor', () => {
    assert.match(run('npx', '--offline', 'qpp-lens', '--version'), /^\d+\.\d+\.\d+\n$/);
    const installed = path.join(folder, 'node_modules/qpp-lens');
    assert.ok(!fs.existsSync(path.join(installed, 'dist/extension.js')));
    assert.ok(fs.existsSync(path.join(installed, 'docs/library.md')));
  });

  it('runs the example of its documentation', () => {
    const page = fs.readFileSync(path.join(ROOT, 'docs/library.md'), 'utf8');
    const [, example = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
    fs.writeFileSync(path.join(folder, 'example.mjs'), example);
    assert.match(
      run('node', 'example.mjs', 'stale.xml'),
      /^stale\.xml:\d+:\d+ error measure-guid-unknown: /m,
    );
  });
});
