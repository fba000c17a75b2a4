import assert from 'node:assert/strict';
import { file, measurement, RATE, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { qrda3, TEST_NPI } from '../../../fixtures/qrda3/document.ts';
import { onlyFinding, together } from './together.ts';

const piSet = (measurements: readonly unknown[], set: object = {}) =>
  registrySet(measurements, { category: 'pi', cehrtId: '0015CABCDEFGH12', ...set });
const byEhr = { submissionMethod: 'electronicHealthRecord' };
const ratio = (numerator: number) => ({ numerator, denominator: 100 });
const rulesOf = (texts: readonly string[]) =>
  together(new Map(texts.map((text, index) => [`${index}.json`, text]))).map(({ finding }) => finding.rule);

describe('Promoting Interoperability in several submissions', () => {
  it('may have the same values by two submission types', () => {
    const set = [measurement('PI_EP_1', ratio(50)), measurement('PI_PPHI_1', true)];
    assert.deepEqual(rulesOf([file([piSet(set)]), file([piSet(set, byEhr)])]), []);
  });

  it('may be divided among submission types', () => {
    const first = file([piSet([measurement('PI_EP_1', ratio(50))])]);
    const second = file([piSet([measurement('PI_PEA_1', ratio(60))], byEhr)]);
    assert.deepEqual(rulesOf([first, second]), []);
  });

  it('conflicts within one file too, when it has a set of each submission type', () => {
    const folder = new Map([
      [
        'both.json',
        file([piSet([measurement('PI_EP_1', ratio(50))]), piSet([measurement('PI_EP_1', ratio(60))], byEhr)]),
      ],
    ]);
    const { finding } = onlyFinding(folder, 'pi-answer-conflict');
    assert.equal(finding.related?.[0]?.path, undefined);
    assert.match(finding.message, /50\/100 in this file/);
  });

  it('conflicts by a measure here and its exclusion there', () => {
    const folder = new Map([
      ['ehr.json', file([piSet([measurement('PI_EP_1', ratio(50))], byEhr)])],
      ['manual.json', file([piSet([measurement('PI_LVPP_1', true)])])],
    ]);
    const { underlined, related } = onlyFinding(folder, 'pi-answer-conflict');
    assert.equal(underlined, 'PI_LVPP_1');
    assert.deepEqual(related, ['ehr.json: PI_EP_1']);
  });

  it('does not conflict by an exclusion that is answered no', () => {
    const texts = [
      file([piSet([measurement('PI_EP_1', ratio(50))], byEhr)]),
      file([piSet([measurement('PI_LVPP_1', false)])]),
    ];
    assert.deepEqual(rulesOf(texts), []);
  });

  it('conflicts by measures that replace each other, told once', () => {
    const texts = [
      file([piSet([measurement('PI_HIE_5', true)], byEhr)]),
      file([piSet([measurement('PI_HIE_6', true)])]),
    ];
    assert.deepEqual(rulesOf(texts), ['pi-answer-conflict']);
  });

  it('of the same submission type is replaced by the same submitter, and conflicts between two', () => {
    const folder = new Map([
      ['a.json', file([piSet([measurement('PI_EP_1', ratio(50))])])],
      ['b.json', file([piSet([measurement('PI_EP_1', ratio(60))])])],
    ]);
    const { finding } = onlyFinding(folder, 'pi-answer-conflict');
    assert.match(finding.message, /by one submitter, the later set replaces the earlier/);
  });
});

describe('The same set in two files', () => {
  const set = (id: string, met = 60) =>
    file([registrySet([measurement(id, { ...RATE, performanceMet: met })])]);

  it('is information only when both hold the same values', () => {
    const folder = new Map([
      ['a.json', set('001')],
      ['copy.json', set('001')],
    ]);
    const [found, ...others] = together(folder);
    assert.deepEqual(others, []);
    assert.equal(found?.finding.rule, 'measurement-set-sent-again');
    assert.equal(found?.finding.severity, 'information');
  });

  it('is no matter when the files are for different programs, years or participants', () => {
    const app = file([registrySet([measurement('001', RATE)], { programName: 'app1' })]);
    const earlier = file([registrySet([measurement('001', RATE)])], { performanceYear: 2024 });
    const other = file([registrySet([measurement('001', RATE)])], {
      nationalProviderIdentifier: '0123456789',
    });
    assert.deepEqual(rulesOf([set('001'), app, earlier, other]), []);
  });

  it('is left to the file’s own rules when it stands twice in one file', () => {
    const twice = registrySet([measurement('001', RATE)]);
    assert.deepEqual(rulesOf([file([twice, twice])]), []);
  });

  it('gives one finding for each further copy, however many there are', () => {
    const copies = Array.from({ length: 300 }, () => set('001'));
    assert.equal(rulesOf(copies).length, 299);
  });

  it('can be silenced like every finding', () => {
    const folder = new Map([
      ['a.json', set('001')],
      ['b.json', set('001')],
    ]);
    assert.deepEqual(together(folder, { severities: { 'measurement-set-sent-again': 'off' } }), []);
  });
});

describe('A measure by several collection types', () => {
  it('is told at the one that does not count', () => {
    const folder = new Map([
      [
        'good.json',
        file([registrySet([measurement('236', { ...RATE, performanceMet: 90, performanceNotMet: 0 })])]),
      ],
      ['poor.json', file([registrySet([measurement('236', RATE)], byEhr)])],
    ]);
    const { path, related } = onlyFinding(folder, 'measure-by-several-collection-types');
    assert.equal(path, 'poor.json');
    assert.deepEqual(related, ['good.json: 236']);
  });

  it('says so when both have as many points', () => {
    const all = { ...RATE, performanceMet: 100, performanceNotMet: 0, eligiblePopulationException: 0 };
    const folder = new Map([
      ['a.json', file([registrySet([measurement('236', all)])])],
      ['b.json', file([registrySet([measurement('236', all)], byEhr)])],
    ]);
    const { finding } = onlyFinding(folder, 'measure-by-several-collection-types');
    assert.match(finding.message, /both have as many/);
  });

  it('leaves open which one counts where there are no points', () => {
    const folder = new Map([
      ['a.json', file([registrySet([measurement('999', RATE)])])],
      ['b.json', file([registrySet([measurement('999', RATE)], byEhr)])],
    ]);
    const { finding } = onlyFinding(folder, 'measure-by-several-collection-types');
    assert.match(finding.message, /do not tell which/);
  });
});

describe('A group and its clinicians', () => {
  const quality = [{ ecqm: 'CMS165' }];
  const clinician = (npi: string) => qrda3({ year: 2025, program: 'MIPS_INDIV', npi, quality });

  it('give one finding at the group, with the clinicians counted', () => {
    const folder = new Map([
      ['group.xml', qrda3({ year: 2025, quality })],
      ['one.xml', clinician(TEST_NPI)],
      ['two.xml', clinician('0123456789')],
    ]);
    const { path, finding } = onlyFinding(folder, 'individual-and-group-data');
    assert.equal(path, 'group.xml');
    assert.match(finding.message, /2 of its clinicians/);
    assert.equal(finding.related?.length, 2);
  });

  it('of different years have nothing to do with each other', () => {
    const folder = new Map([
      ['group.xml', qrda3({ year: 2024, quality })],
      ['one.xml', clinician(TEST_NPI)],
    ]);
    assert.deepEqual(together(folder), []);
  });
});
