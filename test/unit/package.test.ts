import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = JSON.parse(readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8'));

describe('The package', () => {
  it('needs no other packages when it is installed: libraries are devDependencies, for the bundles hold them', () => {
    assert.deepEqual(Object.keys(PACKAGE.dependencies ?? {}), []);
  });

  it('gives the extension to VS Code and the library to programs', () => {
    assert.equal(PACKAGE.main, './dist/extension.js');
    assert.equal(PACKAGE.exports['.'].require, './dist/library.js');
    assert.equal(PACKAGE.exports['.'].import, './dist/library.mjs');
  });
});
