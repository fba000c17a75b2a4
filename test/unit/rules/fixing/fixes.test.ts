import assert from 'node:assert/strict';
import { check, edited, tryFixes } from '../../../fixtures/fixes.ts';
import { file, measurement, RATE, registrySet } from '../../../fixtures/qppJson/submission.ts';
import { OIDS, qrda3 } from '../../../fixtures/qrda3/document.ts';
import { ecqm } from '../../../fixtures/qrda3/sections.ts';
import { replaced } from '../oneRule.ts';

const FILE = qrda3({
  year: 2025,
  quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }],
  activities: ['IA_EPA_1'],
});
const DENOMINATOR = ecqm('CMS165', 2025).strata[0]?.populations?.denominator ?? '';
const GUID = ecqm('CMS165', 2025).eMeasureGuid ?? '';
const line = (pattern: RegExp) => pattern.exec(FILE)?.[0] ?? '';
const RECIPIENT = line(/ *<informationRecipient>[\s\S]*?<\/informationRecipient>\n/);
const ACT = line(/ *<entry typeCode="DRIV">[\s\S]*?<\/entry>\n/);

/** A fault made in the valid file, the rule that tells it, and what mends it: the file as it was, or a text in it. */
const CASES: readonly (readonly [
  fault: string,
  rule: string,
  from: string | RegExp,
  to: string,
  right?: RegExp,
])[] = [
  ['a TIN with a dash', 'tin-form', '"000777777"', '"00-0777777"'],
  ['a program name in other words', 'program-name-unknown', 'MIPS_GROUP', 'MIPS-GRUOP'],
  ['a program name with a blank', 'program-name-unknown', '"MIPS_GROUP"', '"MIPS_GROUP "'],
  ["an individual's program for a group", 'identifier-missing', 'MIPS_GROUP', 'MIPS_INDIV'],
  ['a recipient that stands twice', 'program-name-count', RECIPIENT, RECIPIENT + RECIPIENT],
  ['a fixed code', 'guide-fixed-value', '<statusCode code="completed"/>', '<statusCode code="active"/>'],
  ['a missing status', 'guide-required-element', / *<statusCode code="completed"\/>\n/, ''],
  ['a missing language', 'guide-required-element', / *<languageCode code="en"\/>\n/, ''],
  [
    'a missing template',
    'guide-template-version',
    / *<templateId root="2.16.840.1.113883.10.20.27.1.1" [^>]*>\n/,
    '',
    /<templateId root="2.16.840.1.113883.10.20.27.1.1" extension="2020-12-01"\/>/,
  ],
  ['a template without version', 'guide-overlooked', / extension="2022-05-01"/, ''],
  ['a template of another year', 'document-template-version', '"2024-12-01"', '"2022-12-01"'],
  ['a missing data type', 'guide-required-attribute', '<value xsi:type="INT"', '<value'],
  [
    'an element in the wrong place',
    'schema-misplaced-element',
    /( *<languageCode code="en"\/>\n)( *<versionNumber value="1"\/>\n)/,
    '$2$1',
  ],
  ['a date with hyphens', 'schema-attribute-value', '"20260115103000"', '"2026-01-15T10:30:00"'],
  ['a misspelt attribute', 'schema-unknown-attribute', 'codeSystemName="LOINC"', 'codesystemname="LOINC"'],
  ['a misspelt element', 'schema-unknown-element', '<versionNumber value="1"/>', '<versionNumbr value="1"/>'],
  ['an entry without its type', 'reporting-parameters-entry', '<entry typeCode="DRIV">', '<entry>'],
  ['a measure without GUID', 'measure-guid-count', ` extension="${GUID}"`, ''],
  ['a measure GUID with a slip', 'measure-guid-unknown', GUID, GUID.replace(/.$/, 'f')],
  ['a population GUID with a slip', 'population-guid-unknown', DENOMINATOR, DENOMINATOR.replace(/.$/, 'F')],
  ['a population without GUID', 'population-guid-count', ` root="${DENOMINATOR}"`, ''],
  ['a rate that the counts do not give', 'performance-rate-mismatch', /value="0\.6\d*"/, 'value="0.2"'],
  ['a rate without value', 'performance-rate-missing', / value="0\.6\d*"/, ''],
  ['a rate in percent', 'performance-rate-range', /value="0\.6\d*"/, 'value="66.7"'],
  ['a count with a point', 'converter-crash', 'value="100"', 'value="100.0"'],
  ['an answer in words', 'answer-value', 'code="Y"', 'code="Yes"'],
  ['a period without end', 'period-end-count', ' value="20251231"', ''],
  ['a period of a year alone', 'period-format', '"20250101"', '"2025"'],
  ['a period of another year', 'period-year', '"20251231"', '"20241231"'],
  [
    'a period that ends before it begins',
    'period-order',
    /"20250101"(\/>\s*<high value=)"20251231"/,
    '"20251231"$1"20250101"',
  ],
  [
    'a section without reporting parameters',
    'quality-reporting-parameters',
    ACT,
    '',
    /<low value="20250101"\/>\s*<high value="20251231"\/>/,
  ],
  ['a bare ampersand', 'xml-bare-ampersand', 'Example EHR', 'Example & EHR', /Example &amp; EHR/],
  [
    'a comment with hyphens',
    'xml-malformed-comment',
    '<realmCode',
    '<!-- a -- b --><realmCode',
    /<!-- a - - b -->/,
  ],
  ['an attribute without quotes', 'xml-malformed-attribute', 'code="en"', 'code=en'],
  ['an attribute that stands twice', 'xml-duplicate-attribute', 'code="en"', 'code="en" code="en"'],
  ['a prefix nobody declares', 'xml-undeclared-prefix', / xmlns:xsi="[^"]*"/, ''],
  ['a misspelt end tag', 'xml-unexpected-end-tag', '</custodian>', '</custodan>'],
  ['a DOCTYPE', 'xml-doctype', '<ClinicalDocument', '<!DOCTYPE x>\n<ClinicalDocument'],
];

describe('The fix of', () => {
  for (const [fault, rule, from, to, right] of CASES) {
    it(`${fault} (${rule}) mends it and brings nothing`, () => {
      const text = replaced(FILE, from, to);
      const finding = check(text).find((candidate) => candidate.rule === rule);
      assert(finding, `not found: ${check(text).map((other) => `${other.rule}: ${other.message}`)}`);
      const fix = finding.fixes?.[0];
      assert(fix, 'no fix');
      const mended = edited(text, fix.edits);
      if (right) assert.match(mended, right);
      else assert.equal(mended, FILE);
    });
  }

  it('every fault here brings no finding by any way it offers', () => {
    for (const [fault, , from, to] of CASES) {
      const { faults } = tryFixes(replaced(FILE, from, to));
      assert.deepEqual(faults, [], fault);
    }
  });

  it('a public health measure without its level of engagement adds the level one picks', () => {
    const pi = qrda3({ year: 2025, pi: [['PI_PHCDRR_1', true]] });
    const titles = check(pi)
      .filter(({ rule }) => rule === 'pi-active-engagement')
      .flatMap(({ fixes }) => fixes ?? [])
      .map(({ title, isPreferred }) => [title, isPreferred]);
    assert.deepEqual(titles, [
      ['Add PI_PHCDRR_1_PRE, answered with yes', undefined],
      ['Add PI_PHCDRR_1_PROD, answered with yes', undefined],
    ]);
  });

  it("a clinician's NPI in a group file leaves the choice whose data it is", () => {
    const text = qrda3({ year: 2025, npi: '1234567893', quality: [{ ecqm: 'CMS165' }] });
    const fixes = check(text).flatMap(({ rule, fixes: offered }) =>
      rule === 'npi-not-filed' ? (offered ?? []) : [],
    );
    assert.deepEqual(
      fixes.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Give the NPI as nullFlavor "NA"', undefined],
        ['Change the program to MIPS_INDIV', undefined],
      ],
    );
  });

  it('a subgroup id without its letters writes them', () => {
    const text = qrda3({
      year: 2025,
      program: 'MIPS_SUBGROUP',
      mvp: 'G0053',
      organizationIds: { [OIDS.subgroup]: '00000012' },
      quality: [{ ecqm: 'CMS165' }],
    });
    const finding = check(text).find(({ rule }) => rule === 'entity-id-form');
    assert.equal(finding?.fixes?.[0]?.edits[0]?.newText, 'SG-00000012');
  });

  it('a second set of a category moves its measurements into the first', () => {
    const twice = file([registrySet([measurement('236', RATE)]), registrySet([measurement('047', RATE)])]);
    const finding = check(twice).find(({ rule }) => rule === 'measurement-set-repeated');
    const mended = JSON.parse(edited(twice, finding?.fixes?.[0]?.edits ?? []));
    assert.deepEqual(
      mended,
      JSON.parse(file([registrySet([measurement('236', RATE), measurement('047', RATE)])])),
    );
    assert.deepEqual(tryFixes(twice).faults, []);
  });

  it('a set that lacks what its measures and its year tell adds it', () => {
    const right = file([registrySet([measurement('236', RATE)])]);
    for (const lost of [/ *"category": "quality",?\n/, / *"performanceStart": "2025-01-01",?\n/]) {
      const text = replaced(right, lost, '');
      const finding = check(text).find(({ rule }) => rule === 'json-key-missing');
      assert.deepEqual(JSON.parse(edited(text, finding?.fixes?.[0]?.edits ?? [])), JSON.parse(right));
    }
  });
});
