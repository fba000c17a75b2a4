import assert from 'node:assert/strict';
import { OIDS, qrda3 } from '../../fixtures/qrda3/document.ts';
import { findingsIn } from './findings.ts';
import { replaced } from './oneRule.ts';

const FILE = qrda3({
  year: 2025,
  quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }],
  pi: [
    ['PI_EP_1', [5, 10]],
    ['PI_PPHI_1', true],
  ],
  activities: ['IA_EPA_3'],
});

const SUBGROUP = qrda3({
  year: 2025,
  program: 'MIPS_SUBGROUP',
  tin: null,
  organizationIds: { [OIDS.subgroup]: 'SG-00000001' },
  mvp: 'G0053',
  pi: [['PI_EP_1', [5, 10]]],
});

/** The findings that a text has and another has not, each as `rule: underlined text`. */
function brought(before: string, text: string): string[] {
  const known = new Set(findingsIn(before).map(({ rule, message }) => `${rule} ${message}`));
  const lines = text.split('\n');
  return findingsIn(text)
    .filter(({ rule, message }) => !known.has(`${rule} ${message}`))
    .map(({ rule, range: { start, end } }) => {
      const line = lines[start.line] ?? '';
      return `${rule}: ${line.slice(start.character, start.line === end.line ? end.character : undefined)}`;
    });
}

/** The whole element, start tag to end tag, the first of its name. */
const whole = (name: string) => new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`);

const PROGRAM = /<id root="2\.16\.840\.1\.113883\.3\.249\.7"[^>]*>/;
const CEHRT = /<id root="2\.16\.840\.1\.113883\.3\.2074\.1"[^>]*>/;
const MVP = /<id root="2\.16\.840\.1\.113883\.3\.249\.5\.6"[^>]*>/;
const twice = '$&$&';

/** What is done to the file, and the one finding that tells it. */
const FAULTS: readonly (readonly [fault: string, from: RegExp | string, to: string, finding: string])[] = [
  ['the program name is not given', PROGRAM, '', 'program-name-count: intendedRecipient'],
  [
    'the program name is nullFlavor',
    PROGRAM,
    '<id root="2.16.840.1.113883.3.249.7" nullFlavor="NA"/>',
    'program-name-count: id',
  ],
  ['the program name has another root', '3.249.7"', '3.249.77"', 'program-name-count: id'],
  ['the program name stands twice', PROGRAM, twice, 'program-name-count: MIPS_GROUP'],
  ['the recipient stands twice', whole('informationRecipient'), twice, 'program-name-count: MIPS_GROUP'],
  ['the recipient is empty', whole('intendedRecipient'), '', 'program-name-count: informationRecipient'],
  ['the certification id is missing', CEHRT, '', 'cehrt-id-missing: associatedEntity'],
  [
    'the certification id has no value',
    CEHRT,
    '<id root="2.16.840.1.113883.3.2074.1"/>',
    'cehrt-id-missing: id',
  ],
  ['the certification id has another root', '3.2074.1"', '3.2074.2"', 'cehrt-id-missing: id'],
  [
    'there is nothing about the performer',
    whole('documentationOf'),
    '',
    'identifier-missing: ClinicalDocument',
  ],
  ['there is no performer', whole('performer'), '', 'identifier-missing: serviceEvent'],
  [
    'the performer is empty',
    /(<performer[^>]*>)[\s\S]*?(<\/performer>)/,
    '$1$2',
    'identifier-missing: performer',
  ],
  [
    'the TIN has no value',
    / extension="000777777"/,
    '',
    'identifier-missing: <id root="2.16.840.1.113883.4.2"/>',
  ],
  [
    'a section stands twice in its component',
    /<section>[\s\S]*?<\/section>/,
    twice,
    'section-repeated: section',
  ],
  ['a period begins twice', /<low [^>]*>/, twice, 'period-start-count: 20250101'],
  ['a period is too short to have a year', 'low value="20250101"', 'low value="202"', 'converter-crash: 202'],
  [
    'the reporting parameters stand twice',
    /<act [\s\S]*?<\/act>/,
    twice,
    'quality-reporting-parameters: act',
  ],
  [
    'the reporting parameters are gone from their entry',
    /<act [\s\S]*?<\/act>/,
    '',
    'quality-reporting-parameters: section',
  ],
  ['a measure GUID has another root', '4.738"', '4.739"', 'measure-guid-count: id'],
  [
    'a population has two codes',
    /<value xsi:type="CD" code="DENOM"[^>]*>/,
    twice,
    'population-code-count: DENOM',
  ],
  ['a count has two values', /<value xsi:type="INT" value="60"[^>]*>/, twice, 'aggregate-count-value: 60'],
  ['the initial population counts no integer', 'value="100"', 'value="five"', 'converter-crash: five'],
  ['the initial population is negative', 'value="100"', 'value="-5"', 'population-count-negative: -5'],
  [
    'a PI measure has two ids',
    /<id root="2\.16\.840\.1\.113883\.3\.7031" extension="PI_EP_1"[^>]*>/,
    twice,
    'pi-measure-id-count: PI_EP_1',
  ],
  [
    'a PI section lacks its template',
    /<templateId root="2\.16\.840\.1\.113883\.10\.20\.27\.2\.5"[^>]*>/,
    '',
    'measure-outside-section: section',
  ],
  [
    'an activity section lacks its template',
    /<templateId root="2\.16\.840\.1\.113883\.10\.20\.27\.2\.4"[^>]*>/,
    '',
    'measure-outside-section: section',
  ],
  [
    'one measure of two lacks its template',
    /<templateId root="2\.16\.840\.1\.113883\.10\.20\.27\.3\.17"[^>]*>/,
    '',
    'measure-not-seen: organizer',
  ],
  [
    'a population has a code that is none',
    'code="NUMER" codeSystem="2.16.840.1.113883.5.4"/>',
    'code="numer" codeSystem="2.16.840.1.113883.5.4"/>',
    'population-miscoded: numer',
  ],
  [
    'the initial population has a code that is none',
    'code="IPOP"',
    'code="INITIAL"',
    'population-miscoded: INITIAL',
  ],
  [
    'a population has the code of one the measure has not',
    'code="DENEX"',
    'code="NUMEX"',
    'population-miscoded: NUMEX',
  ],
  [
    'a population has no code',
    /<value xsi:type="CD" code="DENOM"[^>]*>/,
    '',
    'population-miscoded: observation',
  ],
  [
    'an activity has no id',
    /<id root="2\.16\.840\.1\.113883\.3\.7034"[^>]*>/,
    '',
    'activity-id-missing: externalDocument',
  ],
  [
    'a period is written with dashes',
    'low value="20250101"',
    'low value="2025-01-01"',
    'schema-attribute-value: 2025-01-01',
  ],
  [
    "the document's own time is written with dashes",
    '<effectiveTime value="20260115103000"/>',
    '<effectiveTime value="2026-01-15"/>',
    'schema-attribute-value: 2026-01-15',
  ],
];

describe('one fault is one finding', () => {
  for (const [fault, from, to, finding] of FAULTS) {
    it(`when ${fault}`, () => {
      assert.deepEqual(brought(FILE, replaced(FILE, from, to)), [finding]);
    });
  }

  for (const [fault, from, to, finding] of [
    ['has no value', MVP, '<id root="2.16.840.1.113883.3.249.5.6"/>', 'program-entity-mismatch: id'],
    ['has another root', '249.5.6"', '249.5.66"', 'program-entity-mismatch: id'],
    ['is in lower case', 'G0053', 'g0053', 'program-not-in-year: g0053'],
  ] as const) {
    it(`when the MVP id of a subgroup ${fault}`, () => {
      assert.deepEqual(brought(SUBGROUP, replaced(SUBGROUP, from, to)), [finding]);
    });
  }
});
