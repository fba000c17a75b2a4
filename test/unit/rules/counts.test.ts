import assert from 'node:assert/strict';
import { countForm } from '../../../server/src/rules/counts/countForm.ts';
import { countsExceedPopulation } from '../../../server/src/rules/counts/countsExceedPopulation.ts';
import { initialPopulationExceeded } from '../../../server/src/rules/counts/initialPopulationExceeded.ts';
import { performanceRateMismatch } from '../../../server/src/rules/counts/performanceRateMismatch.ts';
import { populationMissing } from '../../../server/src/rules/counts/populationMissing.ts';
import { fileOf, RATE } from '../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { found, problemsOf, replaced } from './oneRule.ts';

const json = (counts: Readonly<Record<string, unknown>>) => fileOf('001', { ...RATE, ...counts });
const xml = (counts: Readonly<Record<string, number>> = {}, program = 'MIPS_GROUP') =>
  qrda3({
    year: 2025,
    program,
    quality: [
      {
        ecqm: 'CMS2',
        counts: {
          initialPopulation: 100,
          denominator: 90,
          denominatorExclusion: 10,
          denominatorException: 5,
          numerator: 60,
          ...counts,
        },
      },
    ],
  });

describe('A count in QPP JSON', () => {
  it('that is whole and not negative is silent', () => assert.deepEqual(found(countForm, json({})), []));
  it('below zero is an error', () => assert.equal(found(countForm, json({ performanceMet: -1 })).length, 1));
  it('with decimals is an error', () =>
    assert.equal(found(countForm, json({ performanceMet: 0.5 })).length, 1));
  it("of QRDA III is the converter's matter", () =>
    assert.deepEqual(found(countForm, replaced(xml(), 'value="60"', 'value="-60"')), []));
});

describe('The parts of the denominator', () => {
  it('that add up to it are silent in both formats', () => {
    assert.deepEqual(found(countsExceedPopulation, json({})), []);
    assert.deepEqual(found(countsExceedPopulation, xml({ numerator: 75 })), []);
  });

  it('that add up to more are an error at the last of them', () => {
    assert.deepEqual(found(countsExceedPopulation, xml({ numerator: 76 })), ['error: 76']);
    assert.equal(found(countsExceedPopulation, json({ performanceNotMet: 31 })).length, 1);
  });

  it('of which one is more by itself are an error at that one', () => {
    assert.deepEqual(found(countsExceedPopulation, xml({ denominatorExclusion: 91 })), ['error: 91']);
    assert.match(
      problemsOf(countsExceedPopulation, xml({ denominatorExclusion: 91 }))[0]?.message ?? '',
      /^DENEX counts 91/,
    );
  });
});

describe('The initial population', () => {
  const exceeded = { denominator: 101 };

  it("smaller than the denominator is the converter's matter under MIPS", () => {
    assert.deepEqual(found(initialPopulationExceeded, xml(exceeded)), []);
  });

  it('smaller than the denominator is a warning where the converter does not compare', () => {
    assert.deepEqual(found(initialPopulationExceeded, xml(exceeded, 'MIPS_APP1_GROUP')), ['warning: 101']);
    const lowerCase = xml(exceeded).replace(/<id root="[0-9A-F-]{36}"/g, (id) => id.toLowerCase());
    assert.deepEqual(found(initialPopulationExceeded, lowerCase), ['warning: 101']);
  });

  it('that is missing is a warning, since the converter does not count it', () => {
    assert.deepEqual(found(populationMissing, xml()), []);
    assert.deepEqual(found(populationMissing, replaced(xml(), 'code="IPOP"', 'code="IPOPX"')), [
      'warning: organizer',
    ]);
  });

  it('may be called IPP', () =>
    assert.deepEqual(found(populationMissing, replaced(xml(), 'code="IPOP"', 'code="IPP"')), []));
});

describe('A missing population under APP', () => {
  it('is a warning', () => {
    const text = replaced(
      xml({}, 'MIPS_APP1_GROUP'),
      'code="DENEXCEP" codeSystem',
      'code="OTHER" codeSystem',
    );
    assert.deepEqual(found(populationMissing, text), ['warning: organizer']);
  });

  it("is the converter's matter under MIPS", () => {
    assert.deepEqual(
      found(populationMissing, replaced(xml(), 'code="DENEXCEP" codeSystem', 'code="OTHER" codeSystem')),
      [],
    );
  });
});

describe('A performance rate', () => {
  it('that its counts give is silent', () => assert.deepEqual(found(performanceRateMismatch, xml()), []));

  it('rounded to two decimals is silent', () => {
    assert.deepEqual(found(performanceRateMismatch, replaced(xml(), '"0.8"', '"0.80"')), []);
    assert.deepEqual(
      found(performanceRateMismatch, replaced(xml({ numerator: 50 }), '"0.666667"', '"0.67"')),
      [],
    );
  });

  it('that its counts do not give is a warning', () => {
    assert.deepEqual(found(performanceRateMismatch, replaced(xml(), '"0.8"', '"0.1"')), ['warning: 0.1']);
  });

  it('of nothing has no value', () => {
    const nothing = { denominatorExclusion: 85, numerator: 0 };
    assert.deepEqual(found(performanceRateMismatch, xml(nothing)), []);
    assert.deepEqual(
      found(
        performanceRateMismatch,
        replaced(
          xml(nothing),
          'nullFlavor="NA"/>\n                  <reference',
          'value="0"/>\n                  <reference',
        ),
      ),
      ['warning: 0'],
    );
  });

  it('of something has a value', () => {
    assert.deepEqual(found(performanceRateMismatch, replaced(xml(), 'value="0.8"', 'nullFlavor="NA"')), [
      'warning: value',
    ]);
  });

  it('of each population set is compared with the counts of that set', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS138' }] });
    assert.deepEqual(found(performanceRateMismatch, text), []);
    assert.equal(found(performanceRateMismatch, text.replace(/"0\.666667"/g, '"0.5"')).length, 3);
  });

  it('of a measure that does not report it is ignored', () => {
    assert.deepEqual(found(performanceRateMismatch, json({ performanceRate: 1 })), []);
  });
});
