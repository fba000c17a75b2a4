import assert from 'node:assert/strict';
import { cehrtIdForm } from '../../../../server/src/rules/participant/cehrtIdForm.ts';
import { cehrtIdMissing } from '../../../../server/src/rules/participant/cehrtIdMissing.ts';
import { cehrtIdRepeated } from '../../../../server/src/rules/participant/cehrtIdRepeated.ts';
import { entityIdForm } from '../../../../server/src/rules/participant/entityIdForm.ts';
import { npiCheckDigit } from '../../../../server/src/rules/participant/npiCheckDigit.ts';
import { npiForm } from '../../../../server/src/rules/participant/npiForm.ts';
import { tinForm } from '../../../../server/src/rules/participant/tinForm.ts';
import { file, measurement, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { OIDS, qrda3 } from '../../../fixtures/qrda3/document.ts';
import { fixesOf, found, problemsOf, replaced } from '../oneRule.ts';

const json = (top: Readonly<Record<string, unknown>>) => file([], top);
const xml = (parts: Partial<Parameters<typeof qrda3>[0]>) => qrda3({ year: 2025, quality: [], ...parts });

describe('A TIN', () => {
  it('of nine digits is silent, test TINs too', () => {
    for (const tin of ['123456789', '000777777', '012345678'])
      assert.deepEqual(found(tinForm, xml({ tin })), []);
  });

  for (const tin of ['12-3456789', '12345678', '1234567890', '12345678A', ' 123456789']) {
    it(`"${tin}" is an error`, () => assert.deepEqual(found(tinForm, xml({ tin })), [`error: ${tin}`]));
  }

  it('with a dash is fixed by leaving it out', () => {
    const [problem] = problemsOf(tinForm, xml({ tin: '12-3456789' }));
    assert.deepEqual(fixesOf(problem)[0]?.edits[0]?.newText, '123456789');
  });

  it('of zeros is a warning', () =>
    assert.deepEqual(found(tinForm, xml({ tin: '000000000' })), ['warning: 000000000']));

  it('is looked at in QPP JSON too', () => {
    assert.equal(found(tinForm, json({ taxpayerIdentificationNumber: '12-3456789' })).length, 1);
  });
});

describe('An NPI', () => {
  const individual = (npi: string) => xml({ program: 'MIPS_INDIV', npi });

  it('with the right check digit is silent', () => {
    assert.deepEqual(found(npiForm, individual('1234567893')), []);
    assert.deepEqual(found(npiCheckDigit, individual('1234567893')), []);
  });

  for (const npi of ['123456789', '12345678901', ' 1234567893', '123456789X']) {
    it(`"${npi}" is an error`, () => assert.deepEqual(found(npiForm, individual(npi)), [`error: ${npi}`]));
  }

  it('with a wrong check digit is a hint', () => {
    assert.deepEqual(found(npiCheckDigit, individual('1234567894')), ['hint: 1234567894']);
  });

  it("of CMS's documentation, with a wrong check digit, is a hint too", () => {
    for (const npi of ['9876543210', '1234567890'])
      assert.deepEqual(found(npiCheckDigit, individual(npi)), [`hint: ${npi}`]);
  });

  it('that begins with 0 is a hint', () => {
    assert.deepEqual(found(npiCheckDigit, individual('0123456788')), ['hint: 0123456788']);
  });

  for (const npi of ['0777777777', '0123456789']) {
    it(`of CMS's test files (${npi}) is silent`, () =>
      assert.deepEqual(found(npiCheckDigit, individual(npi)), []));
  }

  it('that is left out by nullFlavor is silent', () =>
    assert.deepEqual(found(npiForm, xml({ npi: 'NA' })), []));
});

describe('An entity id', () => {
  const subgroup = (id: string) =>
    xml({ program: 'MIPS_SUBGROUP', mvp: 'G0055', organizationIds: { [OIDS.subgroup]: id } });

  it('of a subgroup has the form SG-00000000', () => {
    assert.deepEqual(found(entityIdForm, subgroup('SG-00012345')), []);
    assert.deepEqual(found(entityIdForm, subgroup('12345')), ['warning: 12345']);
  });

  it('of a subgroup is looked at in QPP JSON too', () => {
    assert.equal(found(entityIdForm, json({ entityType: 'subgroup', entityId: '12345' })).length, 1);
    assert.equal(found(entityIdForm, json({ entityType: 'apm', entityId: '12345' })).length, 0);
  });

  it('has no spaces', () => {
    const text = xml({ program: 'MIPS_APMENTITY', organizationIds: { [OIDS.apmEntity]: 'A 1059' } });
    assert.deepEqual(found(entityIdForm, text), ['warning: A 1059']);
  });
});

describe('The CEHRT id', () => {
  const accepted: readonly [number, string][] = [
    [2019, '0015EABCDEFGH12'],
    [2022, '0015EABCDEFGH12'],
    [2023, '0015EABCDEFGH12'],
    [2023, '0015CABCDEFGH12'],
    [2024, '0015CABCDEFGH12'],
    [2025, '0015CABCDEFGH12'],
    [2025, '2025CABCDEFGH12'],
    [2026, '2026XABCDEFGH12'],
  ];
  for (const [year, cehrt] of accepted) {
    it(`${cehrt} is silent in ${year}`, () =>
      assert.deepEqual(found(cehrtIdForm, qrda3({ year, cehrt, pi: [] })), []));
  }

  const refused: readonly [number, string, string][] = [
    [2022, '0015CABCDEFGH12', 'warning'],
    [2024, '0015EABCDEFGH12', 'warning'],
    [2025, '0015EABCDEFGH12', 'warning'],
    [2022, '0015HABCDEFGH12', 'error'],
    [2025, '0015CABCDEFGH1', 'error'],
    [2025, '0015C-BCDEFGH12', 'error'],
  ];
  for (const [year, cehrt, severity] of refused) {
    it(`${cehrt} is ${severity === 'error' ? 'an error' : 'a warning'} in ${year}`, () => {
      assert.deepEqual(found(cehrtIdForm, qrda3({ year, cehrt, pi: [] })), [`${severity}: ${cehrt}`]);
    });
  }

  it('of a file with three sections is told once', () => {
    assert.equal(found(cehrtIdForm, qrda3({ year: 2025, cehrt: 'short', quality: [], pi: [] })).length, 1);
  });

  it('is missing once in a QRDA III file that has none', () => {
    const text = replaced(
      qrda3({ year: 2025, quality: [], pi: [] }),
      /2\.16\.840\.1\.113883\.3\.2074\.1/,
      '1.2.3',
    );
    assert.deepEqual(found(cehrtIdMissing, text), ['error: id']);
  });

  it('is needed by eCQMs from 2025 on, by Promoting Interoperability always, by activities never', () => {
    const set = (category: string, year: number) =>
      file(
        [
          registrySet([], {
            category,
            submissionMethod: 'electronicHealthRecord',
            performanceStart: `${year}-01-01`,
            performanceEnd: `${year}-12-31`,
          }),
        ],
        { performanceYear: year },
      );
    assert.equal(found(cehrtIdMissing, set('quality', 2025)).length, 1);
    assert.equal(found(cehrtIdMissing, set('quality', 2024)).length, 0);
    assert.equal(found(cehrtIdMissing, set('pi', 2024)).length, 1);
    assert.equal(found(cehrtIdMissing, set('ia', 2025)).length, 0);
    assert.equal(found(cehrtIdMissing, file([registrySet([measurement('001', {})])])).length, 0);
  });
});

describe('A second CEHRT id', () => {
  const text = xml({});
  const second = (id: string) =>
    replaced(
      text,
      /(<id root="2\.16\.840\.1\.113883\.3\.2074\.1"[^>]*>)/,
      `$1<id root="2.16.840.1.113883.3.2074.1" extension="${id}"/>`,
    );

  it('is a warning, since it is dropped', () => {
    assert.deepEqual(found(cehrtIdRepeated, second('0015CXXXXXXXX12')), ['warning: 0015CXXXXXXXX12']);
  });

  it('of another set in QPP JSON is an information, since both are taken', () => {
    const sets = (second: string) =>
      file([
        registrySet([], { category: 'pi', cehrtId: '0015CABCDEFGH12' }),
        registrySet([], { submissionMethod: 'electronicHealthRecord', cehrtId: second }),
      ]);
    assert.deepEqual(found(cehrtIdRepeated, sets('0015CXXXXXXXX12')), ['information: 0015CXXXXXXXX12']);
    assert.deepEqual(found(cehrtIdRepeated, sets('0015CABCDEFGH12')), []);
  });

  it('that is the first again, or none, is silent', () => {
    assert.deepEqual(found(cehrtIdRepeated, second('0015CABCDEFGH12')), []);
    assert.deepEqual(found(cehrtIdRepeated, text), []);
  });
});
