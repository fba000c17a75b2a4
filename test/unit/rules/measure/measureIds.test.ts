import assert from 'node:assert/strict';
import { measureCollectionType } from '../../../../server/src/rules/measure/measureCollectionType.ts';
import { measureIdUnknown } from '../../../../server/src/rules/measure/measureIdUnknown.ts';
import { measurementRepeated } from '../../../../server/src/rules/measure/measurementRepeated.ts';
import { measureNotSeen } from '../../../../server/src/rules/measure/measureNotSeen.ts';
import { measureOutsideSection } from '../../../../server/src/rules/measure/measureOutsideSection.ts';
import { measureProgram } from '../../../../server/src/rules/measure/measureProgram.ts';
import { setRepeated } from '../../../../server/src/rules/measure/setRepeated.ts';
import { file, fileOf, measurement, RATE, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { fixesOf, found, problemsOf, replaced } from '../oneRule.ts';

const ia = (...ids: string[]) =>
  file([
    registrySet(
      ids.map((id) => measurement(id, true)),
      { category: 'ia' },
    ),
  ]);

describe('A measure id', () => {
  it('of the year is silent in both formats', () => {
    assert.deepEqual(found(measureIdUnknown, fileOf('001', RATE)), []);
    assert.deepEqual(found(measureIdUnknown, ia('IA_AHE_1')), []);
    assert.deepEqual(
      found(
        measureIdUnknown,
        qrda3({
          year: 2025,
          quality: [{ ecqm: 'CMS165' }],
          pi: [['PI_EP_1', [1, 2]]],
          activities: ['IA_AHE_1'],
        }),
      ),
      [],
    );
  });

  it('that no year has is an error', () => {
    const text = qrda3({ year: 2025, activities: ['IA_XYZ_1'] });
    assert.deepEqual(found(measureIdUnknown, text), ['error: IA_XYZ_1']);
    assert.match(problemsOf(measureIdUnknown, text)[0]?.message ?? '', /No other year has it/);
  });

  it('of an earlier year is told with that year', () => {
    assert.match(problemsOf(measureIdUnknown, ia('IA_EPA_1'))[0]?.message ?? '', /valid last in 2024/);
  });

  it('of a later year is told with that year', () => {
    const text = qrda3({ year: 2025, pi: [['PI_PHCDRR_6', true]] });
    assert.match(problemsOf(measureIdUnknown, text)[0]?.message ?? '', /exists from 2026 on/);
  });

  it('that lost its leading zeros, or differs in case, names the id that is meant', () => {
    for (const [written, meant] of [
      ['1', '001'],
      ['47', '047'],
      ['0047', '047'],
      ['aad12', 'AAD12'],
    ] as const) {
      const [problem] = problemsOf(measureIdUnknown, fileOf(written, RATE));
      assert.match(problem?.message ?? '', new RegExp(`"${meant}" is meant`));
      assert.equal(fixesOf(problem)[0]?.title, `Write ${meant}`);
    }
  });

  it('that no data has is a warning while the data of the year are preliminary', () => {
    const text = replaced(fileOf('999', RATE).replaceAll('2025', '2026'), '"999"', '"998"');
    assert.deepEqual(found(measureIdUnknown, text), ['warning: 998']);
    assert.match(problemsOf(measureIdUnknown, text)[0]?.message ?? '', /data for 2026 are preliminary/);
    assert.deepEqual(found(measureIdUnknown, replaced(text, '"998"', '"1"')), ['error: 1']);
  });

  it('in lower case is fixed', () => {
    const [problem] = problemsOf(measureIdUnknown, ia('ia_ahe_1'));
    assert.equal(fixesOf(problem)[0]?.title, 'Write IA_AHE_1');
  });

  it('of another category than its set is an error', () => {
    assert.match(problemsOf(measureIdUnknown, ia('PI_EP_2'))[0]?.message ?? '', /category "pi"/);
  });
});

describe('The program of a measure', () => {
  it('is one that takes the measure', () => {
    assert.deepEqual(found(measureProgram, fileOf('001', RATE)), []);
    assert.match(
      problemsOf(measureProgram, fileOf('112', RATE))[0]?.message ?? '',
      /may not be reported to "mips" in 2025/,
    );
    assert.deepEqual(found(measureProgram, fileOf('112', RATE, { programName: 'appPlus' })), []);
  });

  it('is no matter of this rule when nobody knows it', () => {
    assert.deepEqual(found(measureProgram, fileOf('112', RATE, { programName: 'nobody' })), []);
  });

  it('is underlined at the GUID in QRDA III', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS125' }] });
    assert.deepEqual(found(measureProgram, text), ['error: 2c928083-8907-ce68-0189-2bc3939006ec']);
  });
});

describe('The collection type of a measure', () => {
  it('is one that the measure is specified for', () => {
    assert.deepEqual(found(measureCollectionType, fileOf('001', RATE)), []);
    const asEcqm = { submissionMethod: 'electronicHealthRecord' };
    assert.match(
      problemsOf(measureCollectionType, fileOf('024', RATE, asEcqm))[0]?.message ?? '',
      /not specified for electronicHealthRecord/,
    );
  });
});

describe('The same thing twice', () => {
  it('is an error for activities in both formats', () => {
    assert.equal(found(measurementRepeated, ia('IA_AHE_1', 'IA_AHE_1')).length, 1);
    assert.deepEqual(
      found(measurementRepeated, qrda3({ year: 2025, activities: ['IA_AHE_1', 'IA_AHE_1'] })),
      ['error: IA_AHE_1'],
    );
    assert.equal(found(measurementRepeated, ia('IA_AHE_1', 'IA_AHE_3')).length, 0);
  });

  it('is an error for measures of a QPP JSON set', () => {
    const twice = [measurement('001', RATE), measurement('001', RATE)];
    assert.equal(found(measurementRepeated, file([registrySet(twice)])).length, 1);
  });

  it('is an error for sets of one category, method and program', () => {
    assert.equal(found(setRepeated, file([registrySet([]), registrySet([])])).length, 1);
    assert.equal(
      found(setRepeated, file([registrySet([], { programName: undefined }), registrySet([])])).length,
      1,
    );
    assert.equal(
      found(setRepeated, file([registrySet([]), registrySet([], { programName: 'app1' })])).length,
      0,
    );
  });
});

describe('A section without its CMS template', () => {
  const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }], activities: ['IA_AHE_1'] });

  it('is underlined, since its measures are lost', () => {
    assert.deepEqual(found(measureOutsideSection, replaced(text, '27.2.3', '27.2.9')), ['error: section']);
  });

  it('that has it is silent', () => assert.deepEqual(found(measureOutsideSection, text), []));

  it("is the converter's matter when there is no other section", () => {
    const alone = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });
    assert.deepEqual(found(measureOutsideSection, replaced(alone, '27.2.3', '27.2.9')), []);
  });
});

describe('A measure without its CMS template', () => {
  const text = qrda3({
    year: 2025,
    quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS2' }],
    pi: [['PI_EP_1', [3, 4]]],
    activities: ['IA_AHE_1'],
  });

  it('is lost, which is a warning', () => {
    assert.deepEqual(found(measureNotSeen, replaced(text, '27.3.17', '27.3.99')), ['warning: organizer']);
    assert.deepEqual(found(measureNotSeen, replaced(text, '27.3.28', '27.3.99')), ['warning: organizer']);
  });

  it('that has it is silent', () => assert.deepEqual(found(measureNotSeen, text), []));

  it("is the converter's matter when its section has no other", () => {
    assert.deepEqual(found(measureNotSeen, replaced(text, '27.3.33', '27.3.99')), []);
  });
});
