import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemasReader } from '../../../server/src/catalog/schemasReader.ts';

describe('schemasReader', () => {
  let directory = '';

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'schemas-'));
    mkdirSync(join(directory, '2025'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('reads a year’s file', () => {
    writeFileSync(join(directory, '2025', 'measures.json'), '{"performanceYear":2025}');
    assert.deepEqual(schemasReader(directory)(2025, 'measures'), { performanceYear: 2025 });
  });

  it('has nothing for a file or a year that is not there', () => {
    assert.equal(schemasReader(directory)(2025, 'measures'), undefined);
    assert.equal(schemasReader(directory)(1999, 'measures'), undefined);
  });

  it('says which file is not JSON', () => {
    writeFileSync(join(directory, '2025', 'measures.json'), '{');
    assert.throws(() => schemasReader(directory)(2025, 'measures'), /measures\.json is not JSON/);
  });
});
