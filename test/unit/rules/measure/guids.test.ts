import assert from 'node:assert/strict';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { ecqm } from '../../../fixtures/qrda3/sections.ts';
import { findingOf, fixed, marked } from '../findings.ts';

const RULES = [
  'measure-guid-mismatch',
  'measure-guid-unknown',
  'measure-guid-unpublished',
  'population-guid-unknown',
  'stratum-guid-unknown',
];
const guidOf = (number: string, year: number) => ecqm(number, year).eMeasureGuid ?? '';
const populationsOf = (number: string, year: number) => {
  const populations = ecqm(number, year).strata[0]?.populations;
  assert(populations);
  return populations;
};

describe('The measure GUID', () => {
  for (const year of [2019, 2020, 2021, 2022, 2023, 2024, 2025]) {
    it(`is silent where all GUIDs are those of ${year}`, () => {
      assert.deepEqual(marked(qrda3({ year, quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS130' }] }), RULES), []);
    });
  }

  it('is taken in upper case too', () => {
    const text = qrda3({
      year: 2025,
      quality: [{ ecqm: 'CMS165', guid: guidOf('CMS165', 2025).toUpperCase() }],
    });
    assert.deepEqual(marked(text, RULES), []);
  });

  it('of last year is one error at the GUID, and none at the populations that belong to it', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
    assert.deepEqual(marked(text, RULES), [['measure-guid-unknown', 'error', guidOf('CMS165', 2024)]]);
  });

  it('of last year is named with its year and version, and with what it is this year', () => {
    const finding = findingOf(
      'measure-guid-unknown',
      qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] }),
    );
    assert.match(finding.message, /2024's CMS165v12 .* In 2025 it is CMS165v13 with the GUID "2c928083-/);
    assert.equal(finding.converterCode, 6);
  });

  it('of another year is replaced together with the GUIDs of all its populations', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
    assert.deepEqual(
      fixed(text, 'measure-guid-unknown').replace('CMS165v12', 'CMS165v13'),
      qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }),
    );
  });

  it('of another measure of the year is one error at the GUID, with the measure its populations belong to', () => {
    const rules = [...RULES, 'population-count', 'population-missing'];
    for (const [populations, other] of [
      ['CMS165', 'CMS122'],
      ['CMS122', 'CMS2'],
      ['CMS138', 'CMS165'],
    ] as const) {
      const right = guidOf(populations, 2025);
      const wrong = guidOf(other, 2025);
      const text = qrda3({ year: 2025, quality: [{ ecqm: populations, guid: wrong }] });
      assert.deepEqual(marked(text, rules), [['measure-guid-mismatch', 'error', wrong]]);
      assert(fixed(text, 'measure-guid-mismatch').includes(right));
    }
  });

  it('of another measure is a warning in an APP file, whose GUIDs the converter does not compare', () => {
    const wrong = guidOf('CMS122', 2025);
    const text = qrda3({
      year: 2025,
      program: 'APP_PLUS_GROUP',
      quality: [{ ecqm: 'CMS165', guid: wrong }],
    });
    assert.deepEqual(marked(text, RULES), [['measure-guid-mismatch', 'warning', wrong]]);
  });

  it('of next year in a file of this year is told as well', () => {
    const finding = findingOf(
      'measure-guid-unknown',
      qrda3({ year: 2024, quality: [{ ecqm: 'CMS165', guidsOf: 2025 }] }),
    );
    assert.match(finding.message, /2025's CMS165v13 .* In 2024 it is CMS165v12/);
  });

  it('that nobody knows is told by the measure its populations belong to', () => {
    const guid = guidOf('CMS165', 2025).slice(0, -2);
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guid }] });
    assert.deepEqual(marked(text, RULES), [['measure-guid-unknown', 'error', guid]]);
    assert.match(
      findingOf('measure-guid-unknown', text).message,
      /By its populations the measure is CMS165v13/,
    );
    assert.equal(fixed(text, 'measure-guid-unknown'), qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }));
  });

  it('of a retired measure has no replacement, and the message says so', () => {
    const guid = guidOf('CMS127', 2023);
    const finding = findingOf(
      'measure-guid-unknown',
      qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guid }] }),
    );
    assert.match(finding.message, /2023's CMS127v11 .* 2025 has no version of this measure/);
    assert.equal(finding.fixes, undefined);
  });

  it('has no CMS error code in an APP file, where the data is lost without a word', () => {
    const text = qrda3({
      year: 2025,
      program: 'APP_PLUS_GROUP',
      quality: [{ ecqm: 'CMS165', guidsOf: 2024 }],
    });
    const finding = findingOf('measure-guid-unknown', text);
    assert.match(finding.message, /drops the data/);
    assert.equal(finding.converterCode, undefined);
  });

  it('is not judged in 2026, whose GUIDs are not published: one information in the whole file', () => {
    const text = qrda3({ year: 2026, quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }] });
    assert.deepEqual(marked(text, RULES), [
      ['measure-guid-unpublished', 'information', guidOf('CMS165', 2025)],
    ]);
  });
});

describe('The population GUID', () => {
  it('of another measure is an error that names the measure it belongs to', () => {
    const wrong = populationsOf('CMS122', 2025).numerator ?? '';
    const right = populationsOf('CMS165', 2025).numerator ?? '';
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }).replaceAll(right, wrong);
    assert.deepEqual(marked(text, RULES), [
      ['population-guid-unknown', 'error', wrong],
      ['population-guid-unknown', 'error', wrong],
    ]);
    assert.match(
      findingOf('population-guid-unknown', text).message,
      /which is NUMER of CMS122v13, not of CMS165v13/,
    );
    assert.equal(
      fixed(text, 'population-guid-unknown'),
      qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }),
    );
  });

  it('swapped between two populations is an error at both', () => {
    const { denominator, denominatorExclusion } = populationsOf('CMS165', 2025);
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] })
      .replace(`${denominator}`, 'x')
      .replace(`${denominatorExclusion}`, `${denominator}`)
      .replace('root="x"', `root="${denominatorExclusion}"`);
    assert.deepEqual(marked(text, RULES), [
      ['population-guid-unknown', 'error', denominatorExclusion],
      ['population-guid-unknown', 'error', denominator],
    ]);
  });

  it("of the initial population, which CMS's converter does not look at, is a warning", () => {
    const { initialPopulation } = populationsOf('CMS165', 2025);
    const stale = populationsOf('CMS165', 2024).initialPopulation ?? '';
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }).replace(`${initialPopulation}`, stale);
    assert.deepEqual(marked(text, RULES), [['population-guid-unknown', 'warning', stale]]);
  });
});

describe("A reporting stratum's GUID", () => {
  const withStratum = (guid: string) =>
    qrda3({ year: 2025, quality: [{ ecqm: 'CMS130' }] }).replace(
      '<reference typeCode="REFR">\n                    <externalObservation classCode="OBS" moodCode="EVN">\n                      <id root="F551C910-F688-450C-9C76-88401EDA98FA"/>',
      (reference) => `<entryRelationship typeCode="COMP">
                    <observation classCode="OBS" moodCode="EVN">
                      <templateId root="2.16.840.1.113883.10.20.27.3.4"/>
                      <reference typeCode="REFR"><externalObservation><id root="${guid}"/></externalObservation></reference>
                    </observation>
                  </entryRelationship>
                  ${reference}`,
    );
  const strataOf = (year: number) => ecqm('CMS130', year).strata[0]?.populations?.strata ?? [];

  it('is silent where the measure defines it', () => {
    assert.deepEqual(marked(withStratum(strataOf(2025)[0] ?? ''), RULES), []);
  });

  it('of another year is information, since CMS does not read it and carries such GUIDs on itself', () => {
    const [guid = ''] = strataOf(2023);
    assert.deepEqual(marked(withStratum(guid), RULES), [['stratum-guid-unknown', 'information', guid]]);
  });

  it('that nobody knows is a warning', () => {
    const guid = '00000000-0000-4000-8000-000000000000';
    assert.deepEqual(marked(withStratum(guid), RULES), [['stratum-guid-unknown', 'warning', guid]]);
  });
});
