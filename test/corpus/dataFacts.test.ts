import assert from 'node:assert/strict';
import { performanceYears } from '../../server/src/catalog/performanceYears.ts';
import { populationsOf } from '../../server/src/catalog/populations.ts';
import { catalogs } from '../fixtures/scores.ts';

/** Counted in CMS's data by other means than ours (facts/cms-data.md): activities, PI, quality, cost, historical benchmarks. */
const counts: Readonly<Record<number, readonly [number, number, number, number, number]>> = {
  2019: [118, 39, 813, 10, 301],
  2020: [106, 37, 652, 20, 294],
  2021: [105, 38, 585, 20, 268],
  2022: [105, 26, 516, 25, 261],
  2023: [103, 39, 471, 25, 273],
  2024: [106, 38, 413, 29, 245],
  2025: [104, 38, 435, 35, 257],
  2026: [95, 39, 405, 35, 254],
};

describe('the catalogue', () => {
  for (const year of performanceYears) {
    it(`holds all of CMS’s ${year} data`, () => {
      const measures = [...(catalogs.year(year)?.measures.values() ?? [])];
      const inCategory = (category: string) =>
        measures.filter((measure) => measure.category === category).length;
      const historical = measures.flatMap((measure) =>
        'submissionMethods' in measure
          ? measure.submissionMethods.filter(
              (method) => catalogs.year(year)?.benchmark(measure.measureId, method)?.isHistorical,
            )
          : [],
      );
      const found = [...['ia', 'pi', 'quality', 'cost'].map(inCategory), historical.length];
      // One of 2019's benchmarks is for a collection type that its measure does not list.
      const expected = counts[year]?.map((count, index) =>
        year === 2019 && index === 4 ? count - 1 : count,
      );
      assert.deepEqual(found, expected);
    });
  }

  it('has a GUID for every eCQM to 2025 and none for 2026', () => {
    for (const year of performanceYears) {
      const catalog = catalogs.year(year);
      assert.equal(catalog?.byGuid.size, year === 2026 ? 0 : catalog?.byEcqm.size);
      assert.ok((catalog?.byEcqm.size ?? 0) > 40);
    }
  });

  it('finds every measure and population GUID in its year', () => {
    for (const year of catalogs.years) {
      for (const measure of catalogs.year(year)?.byGuid.values() ?? []) {
        const found = catalogs.findMeasureGuid(measure.eMeasureGuid ?? '');
        assert.ok(found.some((match) => match.performanceYear === year && match.measure === measure));
        for (const { guid, role } of populationsOf(measure.strata)) {
          const places = catalogs.findPopulationGuid(guid);
          assert.ok(places.some((place) => place.measure === measure && place.role === role));
        }
      }
    }
  });

  it('holds no placeholder of the performance period 2026', () => {
    const catalog = catalogs.year(2026);
    for (const measure of catalog?.measures.values() ?? []) {
      if (measure.category !== 'cost') continue;
      assert.equal(catalog?.benchmark(measure.measureId, 'administrativeClaims'), undefined);
    }
  });
});
