import assert from 'node:assert/strict';
import { mvpIgnored } from '../../../server/src/rules/program/mvpIgnored.ts';
import { piOfApmEntity } from '../../../server/src/rules/program/piOfApmEntity.ts';
import { programMeasureMissing } from '../../../server/src/rules/program/programMeasureMissing.ts';
import { programOfYear } from '../../../server/src/rules/program/programOfYear.ts';
import { file, measurement, RATE, registrySet } from '../../fixtures/qppJson/submission.ts';
import { OIDS, qrda3 } from '../../fixtures/qrda3/document.ts';
import { fixesOf, found, problemsOf } from './oneRule.ts';

const json = (programName: string, performanceYear: number) =>
  file([registrySet([], { programName })], { performanceYear });

describe('A program', () => {
  const known: readonly [string, number][] = [
    ['mips', 2019],
    ['cpcPlus', 2021],
    ['pcf', 2021],
    ['PCF', 2024],
    ['app1', 2021],
    ['appPlus', 2025],
    ['G0055', 2025],
    ['M1366', 2024],
  ];
  for (const [name, year] of known) {
    it(`${name} is one of ${year}`, () => assert.deepEqual(problemsOf(programOfYear, json(name, year)), []));
  }

  const unknown: readonly [string, number, RegExp][] = [
    ['cpcPlus', 2022, /from 2017 to 2021, not in 2022/],
    ['pcf', 2025, /from 2021 to 2024/],
    ['appPlus', 2024, /from 2025 on/],
    ['G0056', 2025, /is one of 2023, not of 2025/],
    ['G9999', 2025, /no MIPS Value Pathway of any year/],
    ['MIPS', 2025, /is no program of 2025/],
  ];
  for (const [name, year, message] of unknown) {
    it(`${name} is none of ${year}`, () => {
      const [problem, ...others] = problemsOf(programOfYear, json(name, year));
      assert.match(problem?.message ?? '', message);
      assert.deepEqual(others, []);
    });
  }

  it('in the wrong case is fixed', () => {
    const [problem] = problemsOf(programOfYear, json('App1', 2025));
    assert.equal(fixesOf(problem)[0]?.title, 'Write app1');
  });

  it('that nobody knows is told with those there are', () => {
    const [{ message } = { message: '' }] = problemsOf(programOfYear, json('nobody', 2025));
    assert.match(message, /It is "mips", "app1", "appPlus" or the id of a MIPS Value Pathway, such as "/);
  });

  it('pcf of 2021 requires measure 047', () => {
    const pcf = (measureId: string, performanceYear = 2021) =>
      file([registrySet([measurement(measureId, RATE)], { programName: 'PCF' })], { performanceYear });
    assert.deepEqual(found(programMeasureMissing, pcf('001')), ['warning: PCF']);
    assert.deepEqual(found(programMeasureMissing, pcf('047')), []);
    assert.deepEqual(found(programMeasureMissing, pcf('001', 2022)), []);
  });

  it("of a QRDA III file is the guide's matter, its MVP is not", () => {
    assert.deepEqual(found(programOfYear, qrda3({ year: 2025, program: 'PCF', quality: [] })), []);
    assert.deepEqual(found(programOfYear, qrda3({ year: 2025, mvp: 'G0056', quality: [], pi: [] })), [
      'error: G0056',
    ]);
  });
});

describe('Promoting Interoperability of an APM entity', () => {
  const text = (year: number) =>
    qrda3({ year, program: 'MIPS_APMENTITY', organizationIds: { [OIDS.apmEntity]: 'A1059' }, pi: [] });

  it('was refused from 2020 to 2022', () => {
    assert.deepEqual(
      [2021, 2022].map((year) => found(piOfApmEntity, text(year)).length),
      [1, 1],
    );
  });

  it('is taken from 2023 on', () => assert.deepEqual(found(piOfApmEntity, text(2023)), []));
});

describe('An MVP id', () => {
  const text = (program: string) => qrda3({ year: 2025, program, mvp: 'G0055', quality: [] });

  it('is read for MIPS', () => {
    for (const program of ['MIPS_INDIV', 'MIPS_GROUP', 'MIPS_SUBGROUP', 'MIPS_APMENTITY']) {
      assert.deepEqual(found(mvpIgnored, text(program)), []);
    }
  });

  it('is ignored for virtual groups and under APP', () => {
    for (const program of ['MIPS_VIRTUALGROUP', 'MIPS_APP1_GROUP', 'APP_PLUS_INDIV']) {
      assert.deepEqual(found(mvpIgnored, text(program)), ['warning: G0055']);
    }
  });

  it('behind another one is ignored', () => {
    const two = text('MIPS_GROUP').replace(
      /(<id root="2\.16\.840\.1\.113883\.3\.249\.5\.6"[^>]*>)/,
      '$1<id root="2.16.840.1.113883.3.249.5.6" extension="G0054"/>',
    );
    assert.deepEqual(found(mvpIgnored, two), ['warning: G0054']);
  });
});
