import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cmsCheckoutReader, isCmsCheckout } from '../../../server/src/catalog/cmsData/checkout.ts';
import { createCatalogs } from '../../../server/src/catalog/createCatalogs.ts';
import { benchmarkRow, qualityRow } from './rows.ts';

describe('cmsCheckoutReader', () => {
  let directory = '';

  function write(path: string, content: unknown): void {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'qpp-measures-data-'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('gives the catalogue of a checkout as if it were built', () => {
    write('measures/2021/measures-data.json', [qualityRow({ measureId: '901' })]);
    write('benchmarks/2021.json', [benchmarkRow({ deciles: [0, 20, 30, 40, 50, 60, 70, 80, 90] })]);
    const catalog = createCatalogs(cmsCheckoutReader(directory), [2021]).year(2021);
    assert.equal(catalog?.measures.get('901')?.measureId, '901');
    assert.equal(catalog?.benchmark('901', 'registry')?.decileBounds[2], 20);
    assert.equal(catalog?.mvps.size, 0);
  });

  it('has no files that CMS has no part in', () => {
    assert.equal(cmsCheckoutReader(directory)(2021, 'scoring'), undefined);
  });

  it('takes rows of the performance period as real once a later year has benchmarks', () => {
    write('measures/2021/measures-data.json', []);
    write('benchmarks/2021.json', [
      benchmarkRow({ benchmarkYear: 2021, deciles: [10, 20, 30, 40, 50, 60, 70, 80, 90] }),
    ]);
    const benchmark = () =>
      createCatalogs(cmsCheckoutReader(directory), [2021]).year(2021)?.benchmark('901', 'registry');
    assert.equal(benchmark(), undefined);
    write('benchmarks/2022.json', []);
    assert.equal(benchmark()?.isHistorical, false);
  });

  it('says which file is damaged', () => {
    write('measures/2021/measures-data.json', { not: 'a list' });
    assert.throws(
      () => cmsCheckoutReader(directory)(2021, 'measures'),
      /measures-data\.json is not a list of rows/,
    );
  });

  it('knows a checkout from another folder', () => {
    assert.equal(isCmsCheckout(directory), false);
    write('measures/2021/measures-data.json', []);
    write('benchmarks/2021.json', []);
    assert.equal(isCmsCheckout(directory), true);
  });
});
