import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { rulePages } from '../../../scripts/ruleDocs.ts';
import { allRules } from '../../../server/src/rules/all.ts';

const folder = path.resolve(__dirname, '../../../docs/rules');

describe('The documentation of the rules', () => {
  it('is what the rules say of themselves; `npm run docs` brings it up to date', () => {
    const written = new Map(
      fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
    );
    assert.deepEqual([...written.keys()].sort(), [...rulePages().keys()].sort());
    for (const [name, text] of rulePages()) assert.equal(written.get(name), text, name);
  });

  it('has one page for each rule: every id is unique, in kebab case', () => {
    const ids = allRules.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('gives each rule a source, a title and a text', () => {
    for (const { id, source, title, documentation } of allRules) {
      assert(source.length > 5 && title.length > 5 && documentation.length > 40, id);
    }
  });
});
