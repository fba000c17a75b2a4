import assert from 'node:assert/strict';
import type { Measure, PiMeasure, QualityMeasure } from '../../../server/src/catalog/catalog.ts';
import { measuresFrom } from '../../../server/src/catalog/cmsData/measures.ts';
import { compactMeasure, expandMeasure } from '../../../server/src/catalog/records.ts';
import { piRow, qualityRow } from './rows.ts';

describe('measuresFrom', () => {
  it('takes 2017’s category aci as PI', () => {
    assert.equal(only([piRow({ measureId: 'ACI_EP_1', category: 'aci' })]).category, 'pi');
  });

  it('writes measure GUIDs in lower and population GUIDs in upper case', () => {
    const measure = quality({
      measureId: '901',
      eMeasureUuid: 'ABCDEF00-0000-4000-8000-000000000001',
      strata: [
        {
          eMeasureUuids: {
            initialPopulationUuid: 'abcdef00-0000-4000-8000-000000000002',
            strata: ['abcdef00-0000-4000-8000-000000000003'],
          },
        },
      ],
    });
    assert.equal(measure.eMeasureGuid, 'abcdef00-0000-4000-8000-000000000001');
    assert.equal(measure.strata[0]?.populations?.initialPopulation, 'ABCDEF00-0000-4000-8000-000000000002');
    assert.deepEqual(measure.strata[0]?.populations?.strata, ['ABCDEF00-0000-4000-8000-000000000003']);
  });

  it('gives an eCQM whose GUIDs are not published none', () => {
    const measure = quality({ measureId: '901', eMeasureId: 'CMS990v1' });
    assert.equal(measure.eMeasureGuid, null);
    assert.deepEqual(measure.strata, []);
  });

  it('keeps the strata of a single-rate measure that have no names', () => {
    const measure = quality({ measureId: '901', strata: [{ description: 'One' }, { description: 'Two' }] });
    assert.deepEqual(
      measure.strata.map((stratum) => [stratum.name, stratum.description]),
      [
        [null, 'One'],
        [null, 'Two'],
      ],
    );
  });

  it('leaves the description of a lone stratum out', () => {
    assert.equal(
      quality({ measureId: '901', strata: [{ description: 'All' }] }).strata[0]?.description,
      null,
    );
  });

  it('shortens long stratum descriptions at a word', () => {
    const description = 'word '.repeat(40).trim();
    const stratum = quality({ measureId: '901', strata: [{ description }, { description }] }).strata[0];
    assert.match(stratum?.description ?? '', /^(word )+…$/);
  });

  it('reads removed benchmarks under their name of 2021', () => {
    const measure = quality({ measureId: '901', benchmarks: { registry: 'removed' } });
    assert.deepEqual(measure.historicBenchmarks, { registry: 'removed' });
  });

  it('takes an exclusion that is one id, a list, or null', () => {
    assert.deepEqual(pi({ measureId: 'PI_X_1', exclusion: 'PI_X_9' }).exclusions, ['PI_X_9']);
    assert.deepEqual(pi({ measureId: 'PI_X_1', exclusion: ['PI_X_8', 'PI_X_9'] }).exclusions, [
      'PI_X_8',
      'PI_X_9',
    ]);
    assert.deepEqual(pi({ measureId: 'PI_X_1', exclusion: null }).exclusions, []);
  });

  it('links the exclusions of public health measures where the rows do not', () => {
    const rows = [
      piRow({ measureId: 'PI_PHCDRR_2', exclusion: null }),
      piRow({ measureId: 'PI_PHCDRR_2_MULTI', exclusion: null }),
      piRow({ measureId: 'PI_PHCDRR_2_EX_2' }),
      piRow({ measureId: 'PI_PHCDRR_2_EX_1' }),
      piRow({ measureId: 'PI_PHCDRR_3_EX_1' }),
    ];
    const measures = new Map(measuresFrom(rows).map((measure) => [measure.measureId, measure]));
    for (const id of ['PI_PHCDRR_2', 'PI_PHCDRR_2_MULTI']) {
      assert.deepEqual((measures.get(id) as PiMeasure).exclusions, ['PI_PHCDRR_2_EX_1', 'PI_PHCDRR_2_EX_2']);
    }
    assert.deepEqual((measures.get('PI_PHCDRR_2_EX_1') as PiMeasure).exclusions, []);
  });

  it('links 2019’s exclusions of PI_HIE_4, as far as the year has them', () => {
    const rows = [piRow({ measureId: 'PI_HIE_4', exclusion: null }), piRow({ measureId: 'PI_LVITC_2' })];
    const measure = measuresFrom(rows).find(({ measureId }) => measureId === 'PI_HIE_4');
    assert.deepEqual((measure as PiMeasure).exclusions, ['PI_LVITC_2']);
  });

  it('reads a specification link that is not in an object', () => {
    const measure = pi({ measureId: 'PI_X_1', measureSpecification: 'https://example.org/x.pdf' });
    assert.deepEqual(measure.specifications, { default: 'https://example.org/x.pdf' });
  });

  it('restores every measure from its compact form', () => {
    const measures = measuresFrom([
      qualityRow({
        measureId: '901',
        isInverse: true,
        strata: [{ name: 'a', eMeasureUuids: { numeratorUuid: 'X' } }, {}],
      }),
      piRow({ measureId: 'PI_X_1', isRequired: true, weight: 10 }),
      { measureId: 'IA_X_1', category: 'ia', title: 'An activity', metricType: 'boolean', weight: 'high' },
      { measureId: 'COST_X_1', category: 'cost', title: 'A cost', metricType: 'costScore' },
    ]);
    assert.deepEqual(measures.map(compactMeasure).map(expandMeasure), measures);
  });
});

function only(rows: Parameters<typeof measuresFrom>[0]): Measure {
  const [measure] = measuresFrom(rows);
  assert.ok(measure);
  return measure;
}

function quality(fields: Parameters<typeof qualityRow>[0]): QualityMeasure {
  return only([qualityRow(fields)]) as QualityMeasure;
}

function pi(fields: Parameters<typeof piRow>[0]): PiMeasure {
  return only([piRow(fields)]) as PiMeasure;
}
