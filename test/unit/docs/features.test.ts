import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const repository = path.resolve(__dirname, '../../..');

/** The rows of the table: what names the feature's files, and its tests. */
const rows = fs
  .readFileSync(path.join(repository, 'docs/features.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| feature'))
  .map((line) => {
    const [feature = '', , , files = '', tests = ''] = line.split('|').slice(1);
    return { feature: feature.trim(), files: quoted(files), tests: quoted(tests) };
  });

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
}

function exists(name: string): boolean {
  return fs.existsSync(path.join(repository, name));
}

describe('The table of features', () => {
  it('names files of the language server that are there, and tests that prove them', () => {
    assert(rows.length > 0);
    for (const { feature, files, tests } of rows) {
      assert(files.length > 0 && tests.length > 0, feature);
      for (const name of files) {
        const places = [name, `server/src/lsp/${name}`, `server/src/lsp/${name}.ts`];
        assert(places.some(exists), `${feature}: ${name}`);
      }
      for (const name of tests) assert(exists(`test/${name}.test.ts`), `${feature}: ${name}`);
    }
  });
});
