import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { evaluateXpath } from '../../../server/src/xpath/evaluate.ts';
import {
  type CheckResult,
  checkResults,
  checksOfYear,
  queriesOf,
} from '../../../server/src/xpathChecks/checkResults.ts';
import { readXpathChecks, type XpathCheck } from '../../../server/src/xpathChecks/xpathCheck.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

const text = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] });

const english: XpathCheck = {
  id: 'our-language',
  context: '/cda:ClinicalDocument/cda:languageCode/@code',
  test: ". = 'en-US'",
  message: 'We write en-US.',
  severity: 'error',
  years: null,
};

function resultsOf(
  checks: readonly XpathCheck[],
  source = text,
): (CheckResult & { readonly marked: string })[] {
  const document = openDocument(source, knowledge.catalogs, { performanceYear: null });
  assert.equal(document.format, 'qrda3');
  if (document.format !== 'qrda3') return [];
  const results = checkResults(document, checks, evaluateXpath(document.xml, queriesOf(checks)));
  const { offsetAt } = document.lines;
  return results.map((result) => {
    const marked = source.slice(offsetAt(result.range.start), offsetAt(result.range.end));
    return { ...result, marked };
  });
}

describe('A check of a team', () => {
  it('fails at each node at which its test is false', () => {
    const [result, ...others] = resultsOf([english]);
    assert.deepEqual(
      [result?.check, result?.severity, result?.message, result?.marked],
      ['our-language', 'error', 'We write en-US.', 'en'],
    );
    assert.equal(others.length, 0);
    assert.deepEqual(resultsOf([english], text.replace('code="en"', 'code="en-US"')), []);
  });

  it('may leave prefixes out, and use those of the guides', () => {
    const context = "//observation[templateId/@root = '2.16.840.1.113883.10.20.27.3.16']";
    const failing = resultsOf([{ ...english, context, test: "value/@xsi:type = 'INT'" }]);
    assert.ok(failing.length > 1);
    assert.equal(failing[0]?.marked, 'observation');
    assert.deepEqual(resultsOf([{ ...english, context, test: "cda:value/@xsi:type = 'CD'" }]), []);
  });

  it('that cannot be evaluated is told once, by its name, and the others go on', () => {
    const results = resultsOf([{ ...english, id: 'broken', test: '((' }, english]);
    assert.deepEqual(
      results.map(({ check, severity, marked }) => [check, severity, marked]),
      [
        ['broken', 'warning', 'ClinicalDocument'],
        ['our-language', 'error', 'en'],
      ],
    );
    assert.match(
      results[0]?.message ?? '',
      /^The team's XPath check "broken" cannot be evaluated: .*no XPath 1\.0/,
    );
  });

  it('that fails at very many places says how many more there are', () => {
    const many = text.replace('<component>', `${'<languageCode code="x"/>'.repeat(600)}<component>`);
    const results = resultsOf([english], many);
    assert.equal(results.length, 501);
    assert.match(results.at(-1)?.message ?? '', /fails at 101 more places/);
  });

  it('holds for the years that it names', () => {
    const of2024 = { ...english, years: [2024] };
    assert.deepEqual(checksOfYear([english, of2024], 2025), [english]);
    assert.deepEqual(checksOfYear([english, of2024], 2024), [english, of2024]);
  });
});

describe('The setting for checks of a team', () => {
  it('is a warning in every year where it does not say otherwise', () => {
    const { severity: _severity, years: _years, ...written } = english;
    const { checks, faults } = readXpathChecks([written]);
    assert.deepEqual([checks, faults], [[{ ...english, severity: 'warning' }], []]);
  });

  it('names each entry that cannot be used, and takes the others', () => {
    const { checks, faults } = readXpathChecks([
      english,
      english,
      { id: 'half', context: '/' },
      7,
      { ...english, id: 'loud', severity: 'fatal' },
      { ...english, id: 'dated', years: '2025' },
    ]);
    assert.deepEqual(checks, [english]);
    assert.deepEqual(faults, [
      'Two XPath checks have the id "our-language".',
      'The XPath check "half" lacks test, message.',
      'XPath check 4 lacks id, context, test, message.',
      'The XPath check "loud" has the severity "fatal"; there are error, warning, information, hint.',
      'The XPath check "dated" names years that are none: "2025".',
    ]);
  });

  it('of another shape is told, and of none is empty', () => {
    assert.equal(readXpathChecks({}).faults.length, 1);
    assert.deepEqual(readXpathChecks(undefined), { checks: [], faults: [] });
  });
});
