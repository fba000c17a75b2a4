import assert from 'node:assert/strict';
import { qppJsonRules } from '../../../../server/src/rules/qppJson/index.ts';
import {
  file,
  fileOf,
  measurement,
  RATE,
  registrySet,
  STRATA,
  stratum,
} from '../../../fixtures/qppJson/submission.ts';
import { findingOf, fixed, marked } from '../findings.ts';

const RULES = qppJsonRules.map(({ id }) => id);
const ECQM = { submissionMethod: 'electronicHealthRecord', cehrtId: '0015C1234567890' };

const attestationSet = (category: string, measureId: string, value: unknown) =>
  file([registrySet([measurement(measureId, value)], { category, cehrtId: '0015C1234567890' })]);

/** The value after the fix, without what no test is about. */
function fixedValue(text: string, rule: string): unknown {
  return JSON.parse(fixed(text, rule)).measurementSets[0].measurements[0].value;
}

describe('The shape of a value', () => {
  it('is silent where it is the one of the metric type', () => {
    const registryRate = { ...RATE, performanceRate: 66.7 };
    const ratio = { isEndToEndReported: false, numerator: 1.5, denominator: 2.5, observationInstances: 10 };
    const valid = [
      fileOf('236', RATE),
      fileOf('052', STRATA),
      fileOf('ACEP22', registryRate),
      fileOf('ACEP50', ratio),
      attestationSet('ia', 'IA_EPA_3', true),
      attestationSet('pi', 'PI_EP_1', { numerator: 1, denominator: 2 }),
      attestationSet('pi', 'PI_PPHI_1', false),
    ];
    for (const text of valid) assert.deepEqual(marked(text, RULES), [], text);
  });

  it('is told once, at the bracket, where numerator and denominator stand for a rate; the fix converts them', () => {
    const text = fileOf('236', { 'numerator:': 20, denominator: 100 });
    assert.deepEqual(marked(text, RULES), [['value-shape-mismatch', 'error', '{']]);
    assert.deepEqual(fixedValue(text, 'value-shape-mismatch'), {
      isEndToEndReported: true,
      performanceMet: 20,
      eligiblePopulation: 100,
    });
  });

  it('names the strata a measure needs where one rate is given', () => {
    const { message } = findingOf('value-shape-mismatch', fileOf('052', RATE));
    assert.match(message, /"strata" for "spirometry", "bronchodilator"/);
  });

  it('flattens a single stratum, and adds the populations that count as one', () => {
    const one = fileOf('236', { isEndToEndReported: true, strata: [stratum('overall')] });
    assert.deepEqual(fixedValue(one, 'value-shape-mismatch'), {
      isEndToEndReported: true,
      performanceMet: 6,
      performanceNotMet: 4,
      eligiblePopulation: 10,
    });
    const several = fileOf('007', { isEndToEndReported: true, strata: [stratum('a'), stratum('b')] }, ECQM);
    assert.deepEqual(fixedValue(several, 'value-shape-mismatch'), {
      isEndToEndReported: true,
      performanceMet: 12,
      performanceNotMet: 8,
      eligiblePopulation: 20,
    });
    const unclear = fileOf('236', { isEndToEndReported: true, strata: [stratum('a'), stratum('b')] });
    assert.equal(findingOf('value-shape-mismatch', unclear).fixes, undefined);
  });

  it('tells a count where an activity is attested, and an answer where counts belong', () => {
    assert.deepEqual(marked(attestationSet('ia', 'IA_EPA_3', RATE), RULES), [
      ['value-shape-mismatch', 'error', '{'],
    ]);
    assert.deepEqual(marked(attestationSet('pi', 'PI_EP_1', true), RULES), [
      ['value-shape-mismatch', 'error', 'true'],
    ]);
    const text = attestationSet('ia', 'IA_EPA_3', 'True');
    assert.equal(fixedValue(text, 'value-shape-mismatch'), true);
  });

  it('lists what an empty value lacks', () => {
    assert.match(
      findingOf('json-key-missing', fileOf('236', {})).message,
      /lacks "isEndToEndReported", "performanceMet" and "eligiblePopulation"/,
    );
  });
});

describe('Strata', () => {
  const withStrata = (...names: string[]) =>
    fileOf('052', { ...STRATA, strata: names.map((name) => stratum(name)) });

  it('are renamed where only case or a slip is wrong, and nothing is said to be missing', () => {
    const text = withStrata('Spirometry', 'bronchodilater');
    assert.deepEqual(marked(text, RULES), [
      ['stratum-name-unknown', 'error', 'Spirometry'],
      ['stratum-name-unknown', 'error', 'bronchodilater'],
    ]);
    assert.deepEqual(
      JSON.parse(fixed(text, 'stratum-name-unknown')),
      JSON.parse(withStrata('spirometry', 'bronchodilator')),
    );
  });

  it('tell the years a name belongs to', () => {
    const strata = ['screenedForUse', 'overall', 'tobacco'].map((name) => stratum(name));
    const text = fileOf('226', { isEndToEndReported: false, strata });
    assert.equal(marked(text, RULES).length, 3);
    assert.match(
      findingOf('stratum-name-unknown', text).message,
      /It is a name of 2018, .*2022\. Its strata are "reporting"/,
    );
  });

  it('are told missing by name', () => {
    const text = withStrata('spirometry');
    assert.deepEqual(marked(text, RULES), [['stratum-missing', 'error', '[']]);
    assert.match(findingOf('stratum-missing', text).message, /"bronchodilator" is missing/);
  });

  it('are told where one stands twice', () => {
    assert.deepEqual(marked(withStrata('spirometry', 'bronchodilator', 'spirometry'), RULES), [
      ['stratum-repeated', 'error', 'spirometry'],
    ]);
  });

  it('of measure 238 may lack the total rate by registry, but not in an eCQM', () => {
    const value = { isEndToEndReported: true, strata: [stratum('overall'), stratum('appropriateDiagnosis')] };
    assert.deepEqual(marked(fileOf('238', value), RULES), []);
    assert.deepEqual(
      marked(fileOf('238', value, ECQM), RULES).map(([rule]) => rule),
      ['stratum-missing'],
    );
  });
});

describe('Exclusions', () => {
  const excluding = { ...RATE, eligiblePopulationExclusion: 5, eligiblePopulation: 105 };

  it('of a MIPS CQM are subtracted by the fix', () => {
    const text = fileOf('236', excluding);
    assert.deepEqual(marked(text, RULES), [['cqm-exclusion-not-zero', 'error', '5']]);
    assert.deepEqual(fixedValue(text, 'cqm-exclusion-not-zero'), { ...RATE, eligiblePopulationExclusion: 0 });
  });

  it('are told in each stratum', () => {
    const text = fileOf('052', {
      ...STRATA,
      strata: [
        stratum('spirometry', { eligiblePopulationExclusion: 1, eligiblePopulation: 11 }),
        stratum('bronchodilator'),
      ],
    });
    assert.deepEqual(marked(text, RULES), [['cqm-exclusion-not-zero', 'error', '1']]);
  });

  it('are fine at 0 and null, in eCQMs, in QCDR measures and before 2020', () => {
    const before = file(
      [
        registrySet([measurement('236', excluding)], {
          performanceStart: '2019-01-01',
          performanceEnd: '2019-12-31',
        }),
      ],
      {
        performanceYear: 2019,
      },
    );
    const fine = [
      fileOf('236', { ...RATE, eligiblePopulationExclusion: 0 }),
      fileOf('236', { ...RATE, eligiblePopulationExclusion: null }),
      fileOf('236', excluding, ECQM),
      fileOf('ACEP22', { ...excluding, performanceRate: 66.7 }),
      before,
    ];
    for (const text of fine) assert.deepEqual(marked(text, ['cqm-exclusion-not-zero']), [], text);
  });
});

describe('The rate a QCDR reports', () => {
  it('is a percentage', () => {
    const text = fileOf('ACEP22', { ...RATE, performanceRate: 101 });
    assert.deepEqual(marked(text, RULES), [['registry-rate-out-of-range', 'error', '101']]);
  });
});

describe('The number of an eCQM in place of a measure id', () => {
  it('is replaced by the quality id', () => {
    for (const [id, set] of [
      ['CMS165v13', {}],
      ['cms165', {}],
      ['165', ECQM],
    ] as const) {
      const text = fileOf(id, RATE, set);
      assert.deepEqual(marked(text, ['measure-id-is-ecqm', 'measure-id-unknown']), [
        ['measure-id-is-ecqm', 'error', id],
      ]);
      assert.match(fixed(text, 'measure-id-is-ecqm'), /"measureId": "236"/);
    }
  });

  it('is not seen in a bare number that registries may mean otherwise', () => {
    assert.deepEqual(marked(fileOf('165', RATE), ['measure-id-is-ecqm']), []);
  });
});
