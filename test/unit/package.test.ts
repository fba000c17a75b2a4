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

describe('What the package tells VS Code', () => {
  const { contributes, capabilities } = PACKAGE;
  const commands: readonly { readonly command: string; readonly category: string }[] = contributes.commands;
  const menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>> =
    contributes.menus;

  it('describes each setting, and puts them in an order', () => {
    const settings: [string, Setting][] = Object.entries(contributes.configuration.properties);
    const orders = settings.map(([, { order }]) => order);
    assert.deepEqual(new Set(orders).size, settings.length);
    const without = settings.filter(
      ([, { description, markdownDescription }]) => !description && !markdownDescription,
    );
    assert.deepEqual(without, []);
  });

  it('groups all commands under its name', () => {
    assert.deepEqual(
      commands.filter(({ category }) => category !== 'QPP Lens'),
      [],
    );
  });

  it('has commands and submenus in its menus that exist', () => {
    const known = new Set([
      ...commands.map(({ command }) => command),
      ...contributes.submenus.map(({ id }: { readonly id: string }) => id),
    ]);
    const items = Object.values(menus).flat();
    assert.deepEqual(
      items.filter(({ command, submenu }) => !known.has(command ?? submenu ?? '')),
      [],
    );
  });

  it('takes no setting from a workspace that is not trusted that could read files or run for long', () => {
    assert.deepEqual(capabilities.untrustedWorkspaces.restrictedConfigurations, [
      'qppLens.measuresData',
      'qppLens.xpathChecks',
    ]);
  });

  it('comes with the licences of the code it holds', () => {
    for (const list of ['.vscodeignore', '.npmignore'])
      assert.match(readFileSync(path.resolve(__dirname, '../..', list), 'utf8'), /ThirdPartyNotices\.txt/);
  });
});

interface Setting {
  readonly order: number;
  readonly description?: string;
  readonly markdownDescription?: string;
}
