import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../../server/src/cli/commands.ts';

const PAGE = readFileSync(path.resolve(__dirname, '../../../docs/cli.md'), 'utf8');

describe('The page of the command line', () => {
  for (const { name, options } of commands) {
    it(`tells the command ${name} and all its options`, () => {
      assert.ok(PAGE.includes(`\`${name} `), `\`${name}\``);
      for (const option of Object.keys(options)) assert.ok(PAGE.includes(`--${option}`), `--${option}`);
    });
  }
});
