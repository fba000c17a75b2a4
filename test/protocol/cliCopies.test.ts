import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { qrda3, TEST_NPI, TEST_TIN } from '../fixtures/qrda3/document.ts';

const CLI = path.resolve(__dirname, '../../dist/cli.js');

describe('The command line makes copies that', () => {
  let folder: string;
  const write = (name: string, text: string | Buffer): string => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };
  const run = (...args: string[]) => spawnSync('node', [CLI, ...args], { encoding: 'utf8', cwd: folder });

  const valid = qrda3({ year: 2025, program: 'MIPS_INDIV', npi: TEST_NPI, quality: [{ ecqm: 'CMS165' }] });
  const stale = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-copies-'));
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  it('are formatted, in the encoding of the file', () => {
    const oneLine = '<?xml version="1.0" encoding="ISO-8859-1"?><a><b>caf\u00e9</b><c/></a>';
    const file = write('one-line.xml', Buffer.from(oneLine, 'latin1'));
    const { stdout, status } = spawnSync('node', [CLI, 'format', file]);
    assert.equal(status, 0);
    assert.equal(
      stdout.toString('latin1'),
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>\n  <b>caf\u00e9</b>\n  <c/>\n</a>',
    );
    assert.equal(run('format', write('one-line.json', '{"a":[1]}')).stdout, '{\n  "a": [\n    1\n  ]\n}');
    assert.equal(run('format', write('note.txt', 'a note')).status, 2);
  });

  it('are redacted: of one file on standard output, of several in a folder', () => {
    const { stdout, stderr, status } = run('redact', write('valid.xml', valid));
    assert.equal(status, 0);
    assert.doesNotMatch(stdout, new RegExp(`${TEST_TIN}|${TEST_NPI}`));
    assert.match(stderr, /1 TIN, 1 NPI/);
    const named = [write('a/of-000777777.xml', valid), write('a/stale.xml', stale)];
    assert.equal(run('redact', ...named).status, 2);
    assert.equal(run('redact', '--output', 'copies', ...named).status, 0);
    const copies = fs.readdirSync(path.join(folder, 'copies')).sort();
    assert.equal(copies.length, 2);
    for (const name of copies) {
      assert.doesNotMatch(name + fs.readFileSync(path.join(folder, 'copies', name), 'utf8'), /000777777/);
    }
    assert.equal(run('redact', '--output', 'copies', ...named).status, 2, 'nothing is written over');
  });

  it('are of another performance year, with what stays on standard error', () => {
    const file = write('of-2024.xml', qrda3({ year: 2024, quality: [{ ecqm: 'CMS165' }] }));
    const moved = run('move', '--to', '2025', file);
    assert.match(moved.stdout, /27\.1\.2" extension="2024-12-01"/);
    assert.match(moved.stderr, /The text says 2024/);
    assert.equal(moved.status, 1);
    const back = run('move', '--to', '2025', write('of-2025.xml', valid));
    assert.equal(back.stdout, valid);
    assert.equal(back.status, 0);
    assert.equal(run('move', '--to', '1999', file).status, 2);
    assert.equal(run('move', file).status, 2);
  });
});
