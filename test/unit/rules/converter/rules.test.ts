import assert from 'node:assert/strict';
import { converterRules } from '../../../../server/src/rules/converter/index.ts';
import type { Problem } from '../../../../server/src/rules/rule.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { contextOf, replaced } from '../oneRule.ts';

/** What all rules of the converter say, by rule id; with or without what another rule tells better. */
function problems(text: string, { echoes = false, year = null as number | null } = {}): [string, Problem][] {
  const context = contextOf(text, year);
  return converterRules.flatMap((rule) =>
    [...rule.check(context)]
      .filter(({ isEcho }) => echoes || isEcho !== true)
      .map((problem): [string, Problem] => [rule.id, { severity: rule.severity, ...problem }]),
  );
}

const ids = (text: string, options = {}) => problems(text, options).map(([id]) => id);
const NEGATIVE = replaced(qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }), 'value="60"', 'value="-60"');

describe("A finding of the converter's checks", () => {
  it("has the code and the converter's own position", () => {
    const text = NEGATIVE.replace(/<\?xml.*\n/, '');
    const [[id, problem] = []] = problems(text);
    assert.equal(id, 'population-count-negative');
    assert.equal(problem?.converterCode, 53);
    const before = text.slice(0, text.indexOf('value="-60"'));
    const template = '<templateId root="2.16.840.1.113883.10.20.27.3.3"/>';
    const line = text.slice(0, before.lastIndexOf(template)).split('\n').length;
    const column =
      before.lastIndexOf(template) - before.lastIndexOf('\n', before.lastIndexOf(template)) + template.length;
    assert.equal(problem?.data?.converterLine, line);
    assert.equal(problem?.data?.converterColumn, column);
    assert.match(
      String(problem?.data?.converterPath),
      /^\/\*\[local-name\(\) = 'ClinicalDocument' and namespace-uri\(\) = 'urn:hl7-org:v3'\]\//,
    );
  });

  it('has a path without namespace in a file without', () => {
    const [[, problem] = []] = problems(replaced(NEGATIVE, ' xmlns="urn:hl7-org:v3"', ''));
    assert.match(
      String(problem?.data?.converterPath),
      /^\/ClinicalDocument\/component\/structuredBody\/component\/section\/entry\[2\]\//,
    );
  });

  it('has no code behind what stops the converter', () => {
    const found = problems(replaced(NEGATIVE, '"2024-12-01"', '"2024-07-01"'));
    assert.deepEqual(
      found.map(([id, { converterCode }]) => [id, converterCode]),
      [
        ['document-template-version', 5],
        ['population-count-negative', undefined],
      ],
    );
  });

  it('that another rule tells better is an echo', () => {
    const unknown = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', guidsOf: 2024 }] });
    assert.deepEqual(ids(unknown), []);
    assert.deepEqual(ids(unknown, { echoes: true }), ['converter-measure-unknown']);
  });
});

describe('A population GUID of another population set of the same measure', () => {
  it('that stands twice is told by the converter rule, as no other tells it', () => {
    const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS138' }] });
    const [first, second] = knowledge.catalogs.year(2025)?.byEcqm.get('CMS138')?.strata ?? [];
    const [one, other] = [
      first?.populations?.denominatorExclusion ?? '',
      second?.populations?.denominatorExclusion ?? '',
    ];
    const found = problems(replaced(text, `<id root="${other}"/>`, `<id root="${one}"/>`));
    assert.deepEqual(
      found.map(([id]) => id),
      ['converter-population-guid'],
    );
  });
});

describe('A file of another year than the converter takes', () => {
  for (const year of [2019, 2021, 2022, 2023, 2024, 2026]) {
    it(`that follows the guide of ${year} has one note, no error`, () => {
      const found = problems(qrda3({ year, quality: [{ ecqm: 'CMS165' }] }));
      assert.deepEqual(
        found
          .filter(([id]) => id !== 'converter-measure-unknown')
          .map(([id, { severity }]) => [id, severity]),
        [['document-template-version', 'information']],
      );
    });
  }

  it('may have a program of that year', () => {
    assert.deepEqual(ids(qrda3({ year: 2023, program: 'PCF', quality: [{ ecqm: 'CMS165' }] })), [
      'document-template-version',
    ]);
    assert.deepEqual(ids(qrda3({ year: 2023, program: 'CPCPLUS', quality: [{ ecqm: 'CMS165' }] })), [
      'document-template-version',
      'program-name-unknown',
    ]);
  });

  it('with the template of yet another year has an error', () => {
    const text = replaced(
      qrda3({ year: 2023, quality: [{ ecqm: 'CMS165' }] }),
      '"2022-12-01"',
      '"2019-05-01"',
    );
    assert.deepEqual(
      problems(text).map(([id, { severity }]) => [id, severity]),
      [['document-template-version', 'error']],
    );
  });
});

describe('An APP file with a measure nobody knows', () => {
  const guid = '40280000-0000-0000-0000-000000000000';
  const text = qrda3({ year: 2025, program: 'MIPS_APP1_GROUP', quality: [{ ecqm: 'CMS165', guid }] });

  it('is accepted and loses everything, which is a warning', () => {
    const [[id, problem] = []] = problems(text);
    assert.equal(id, 'conversion-breakdown');
    assert.equal(problem?.severity, 'warning');
    assert.equal(text.slice(problem?.span.start, problem?.span.end), guid);
  });

  it('has no such warning where the converter refuses it anyway', () => {
    assert.deepEqual(ids(replaced(text, /<high [^>]*>/, '')), ['period-end-count']);
  });
});
