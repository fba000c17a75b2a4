import assert from 'node:assert/strict';
import { buildNodes } from '../../../../server/src/qrda3/decode/nodes.ts';
import { converterCodes, runConverterChecks } from '../../../../server/src/rules/converter/run.ts';
import { parseXml } from '../../../../server/src/xml/parse.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { qrda3 } from '../../../fixtures/qrda3/document.ts';
import { replaced } from '../oneRule.ts';

const YEAR = 2025;
const FILE = qrda3({
  year: YEAR,
  quality: [{ ecqm: 'CMS165' }],
  pi: [
    ['PI_EP_1', [30, 40]],
    ['PI_PPHI_1', true],
  ],
  activities: ['IA_AHE_1'],
});

/** The codes the converter gives, and what our finding underlines for each. */
function codes(text: string): [code: number, underlined: string][] {
  const xml = parseXml(text);
  return runConverterChecks(xml, buildNodes(xml), knowledge.catalogs.year(YEAR))
    .filter(({ isReported }) => isReported)
    .map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

/** From the first place where a section's template stands to the end of that section. */
function section(text: string, template: string): string {
  const start = text.lastIndexOf('<section>', text.indexOf(template));
  return text.slice(start, text.indexOf('</section>', start) + '</section>'.length);
}

const QUALITY = section(FILE, '27.2.3');
const PI = section(FILE, '27.2.5');
const IA = section(FILE, '27.2.4');
const ACT = /<entry typeCode="DRIV">[\s\S]*?<\/entry>/;
const inPi = (from: string | RegExp, to: string) => FILE.replace(PI, replaced(PI, from, to));
const inIa = (from: string | RegExp, to: string) => FILE.replace(IA, replaced(IA, from, to));
const inQuality = (from: string | RegExp, to: string) => FILE.replace(QUALITY, replaced(QUALITY, from, to));
const population = (code: string) =>
  new RegExp(
    `<component>(?:(?!</component>)[\\s\\S])*?code="${code}" codeSystem="2.16.840.1.113883.5.4"/>(?:(?!</component>)[\\s\\S])*?</component>`,
  );
const NUMERATOR = QUALITY.slice(QUALITY.search(population('NUMER'))).match(population('NUMER'))?.[0] ?? '';
const ENTRY = /<entry>[\s\S]*?<\/entry>/;
const MEASURE = QUALITY.match(ENTRY)?.[0] ?? '';
const PI_MEASURE = PI.match(ENTRY)?.[0] ?? '';
const GUID = MEASURE.match(/4\.738" extension="([^"]*)"/)?.[1] ?? '';
const INTENDED = '<id root="2.16.840.1.113883.3.249.7" extension="MIPS_GROUP"/>';

describe("The converter's checks", () => {
  it('give a faultless file no code', () => assert.deepEqual(codes(FILE), []));

  const faults: readonly [fault: string, text: string, expected: readonly [number, string][]][] = [
    ['a file that is not well-formed', FILE.replace('</title>', ''), [[2, '<title']]],
    ['an empty file', '', [[2, '']]],
    [
      'another document template version',
      replaced(FILE, '"2024-12-01"', '"2024-07-01"'),
      [[5, '2024-07-01']],
    ],
    ['another root element', replaced(FILE, /ClinicalDocument/g, 'ClinicalDoc'), [[5, 'ClinicalDoc']]],
    ['a start shorter than a year', inIa('value="20250101"', 'value="202"'), [[3, '202']]],
    ['an initial population without count', inQuality('value="100"', 'value="many"'), [[3, 'many']]],
    [
      'no section that it knows',
      FILE.replace(QUALITY, '').replace(PI, '').replace(IA, ''),
      [[23, 'component']],
    ],
    [
      'two Promoting Interoperability sections',
      FILE.replace(PI, `${PI}</component><component>${PI}`),
      [[26, 'component']],
    ],
    ['two activity sections', FILE.replace(IA, `${IA}</component><component>${IA}`), [[27, 'component']]],
    ['no program name', replaced(FILE, INTENDED, '<id nullFlavor="NI"/>'), [[24, 'id']]],
    ['two program names', replaced(FILE, INTENDED, INTENDED + INTENDED), [[24, 'MIPS_GROUP']]],
    ['an unknown program', replaced(FILE, 'MIPS_GROUP', 'MIPS_TEAM'), [[25, 'MIPS_TEAM']]],
    ['a program name with a space', replaced(FILE, 'MIPS_GROUP', 'MIPS_GROUP '), [[25, 'MIPS_GROUP ']]],
    [
      'a virtual group without id',
      replaced(FILE, 'MIPS_GROUP', 'MIPS_VIRTUALGROUP'),
      [[78, 'MIPS_VIRTUALGROUP']],
    ],
    ['a quality section without period', inQuality(ACT, ''), [[32, 'section']]],
    ['a quality section without measures', inQuality('27.3.17', '27.3.99'), [[81, 'section']]],
    [
      'another category section version',
      inQuality('27.2.1" extension="2020-12-01"', '27.2.1" extension="2017-06-01"'),
      [[95, '2017-06-01']],
    ],
    ['a measure without GUID', inQuality(/ extension="2c928083[^"]*"/, ''), [[70, 'id']]],
    [
      'an unknown measure GUID',
      inQuality(/"2c928083[^"]*"/, '"40280000-0000-0000-0000-000000000000"'),
      [[6, '40280000-0000-0000-0000-000000000000']],
    ],
    ['a population too many', inQuality(NUMERATOR, NUMERATOR + NUMERATOR), [[14, 'component']]],
    [
      'a population without template',
      inQuality(/27\.3\.16("[^>]*>(?:(?!27\.3\.16)[\s\S])*?code="NUMER")/, '27.3.99$1'),
      [
        [14, 'observation'],
        [59, GUID],
      ],
    ],
    [
      'a population without GUID',
      inQuality(/(code="DENEX"[\s\S]*?<externalObservation[^>]*>\s*)<id root="[^"]*"\/>/, '$1'),
      [
        [57, 'observation'],
        [59, 'observation'],
      ],
    ],
    [
      'another population GUID',
      inQuality(/(code="DENEX"[\s\S]*?<externalObservation[^>]*>\s*<id root=")[^"]*"/, '$1ABC"'),
      [[59, 'ABC']],
    ],
    [
      'a denominator above the initial population',
      inQuality(/(code="DENOM"[\s\S]*?xsi:type="INT" value=")100"/, '$1101"'),
      [[13, '101']],
    ],
    [
      'a population without count',
      inQuality(
        /(code="NUMER" codeSystem="2.16.840.1.113883.5.4"\/>\s*)<entryRelationship[\s\S]*?<\/entryRelationship>/,
        '$1',
      ),
      [[52, 'observation']],
    ],
    [
      'a count with decimals',
      inQuality(
        /(code="DENEX" codeSystem="2.16.840.1.113883.5.4"\/>[\s\S]*?xsi:type="INT" value=")10"/,
        '$110.5"',
      ),
      [[9, '10.5']],
    ],
    [
      'a negative count',
      inQuality(
        /(code="NUMER" codeSystem="2.16.840.1.113883.5.4"\/>[\s\S]*?xsi:type="INT" value=")60"/,
        '$1-60"',
      ),
      [[53, '-60']],
    ],
    [
      'a rate that refers to nothing',
      inQuality(/(27.3.25[\s\S]*?<externalObservation[^>]*>\s*)<id root="[^"]*"\/>/, '$1'),
      [[61, 'observation']],
    ],
    ['a rate above one', inQuality(/(xsi:type="REAL" value=")[^"]*"/, '$166.7"'), [[33, '66.7']]],
    ['a rate without value', inQuality(/(xsi:type="REAL") value="[^"]*"/, '$1'), [[72, 'value']]],
    ['no start of the period', inPi(/<low [^>]*>/, ''), [[29, 'effectiveTime']]],
    ['no end of the period', inPi(/<high [^>]*>/, ''), [[30, 'effectiveTime']]],
    ['a period that is no date', inPi('value="20251231"', 'value="20251331"'), [[69, '20251331']]],
    ['a Promoting Interoperability section without period', inPi(ACT, ''), [[22, 'section']]],
    [
      'a PI measure without id',
      inPi(/<id root="2.16.840.1.113883.3.7031" extension="PI_EP_1"\/>/, ''),
      [[16, 'externalDocument']],
    ],
    ['a PI measure without numerator', inPi('27.3.31', '27.3.99'), [[18, 'organizer']]],
    ['a PI numerator that is no integer', inPi('value="30"', 'value="thirty"'), [[41, 'thirty']]],
    ['a negative PI numerator', inPi('value="30"', 'value="-30"'), [[42, '-30']]],
    ['an attestation without answer', inPi('27.3.27', '27.3.99'), [[11, 'organizer']]],
    [
      'an attestation without id',
      inPi(/<id root="2.16.840.1.113883.3.7031" extension="PI_PPHI_1"\/>/, ''),
      [[12, 'externalDocument']],
    ],
    ['an answer that is neither yes nor no', inPi(/code="Y"/, 'code="maybe"'), [[51, 'maybe']]],
    [
      'two quality sections',
      FILE.replace(QUALITY, `${QUALITY}</component><component>${QUALITY}`),
      [[27, 'component']],
    ],
    ['the same measure twice', inQuality(MEASURE, MEASURE + MEASURE), [[71, GUID]]],
    [
      'a measure without populations',
      inQuality(/27\.3\.16/g, '27.3.99'),
      [
        [7, 'organizer'],
        ...Array.from({ length: 3 }, (): [number, string] => [14, 'observation']),
        ...Array.from({ length: 3 }, (): [number, string] => [59, GUID]),
      ],
    ],
    [
      'a population with two codes',
      inQuality(/(<value xsi:type="CD" code="NUMER"[^>]*>)/, '$1<value code="DENEX"/>'),
      [[58, 'DENEX']],
    ],
    [
      'supplemental data without count',
      inQuality(/(27\.3\.8"[\s\S]*?xsi:type="INT") value="100"/, '$1'),
      [[8, 'value']],
    ],
    [
      'a PI measure in the activity section',
      FILE.replace(IA, replaced(IA, '<entry>', `${PI_MEASURE}<entry>`)),
      [
        [45, 'entry'],
        [15, 'entry'],
      ],
    ],
    ['a PI measure without parts', inPi(/27\.3\.3[12]/g, '27.3.99'), [[17, 'PI_EP_1']]],
    ['a PI numerator without count', inPi('27.3.3"', '27.3.99"'), [[39, 'observation']]],
    ['a PI numerator without value', inPi(/ value="30"/, ''), [[42, 'value']]],
    [
      'PI_HIE_5 beside PI_HIE_1',
      inPi(PI_MEASURE, PI_MEASURE.replace('PI_EP_1', 'PI_HIE_5') + PI_MEASURE.replace('PI_EP_1', 'PI_HIE_1')),
      [[102, 'PI_HIE_1']],
    ],
    ['an activity section without activity', inIa('27.3.33', '27.3.99'), [[43, 'section']]],
    ['an activity section without period', inIa(ACT, ''), [[44, 'section']]],
    ['an activity without answer', inIa('27.3.27', '27.3.99'), [[50, 'organizer']]],
  ];

  for (const [fault, text, expected] of faults) {
    it(`give ${fault} code ${[...new Set(expected.map(([code]) => code))].join(' and ')}`, () =>
      assert.deepEqual(codes(text), expected));
  }

  it('are documented, each code once', () => {
    const documented = converterCodes.map(({ code }) => code);
    assert.equal(new Set(documented).size, documented.length);
    for (const [, , expected] of faults)
      for (const [code] of expected) assert(documented.includes(code), String(code));
  });

  it('go on behind what stops the converter, without its codes', () => {
    const text = replaced(inPi('value="30"', 'value="-30"'), '"2024-12-01"', '"2024-07-01"');
    const xml = parseXml(text);
    const results = runConverterChecks(xml, buildNodes(xml), knowledge.catalogs.year(YEAR));
    assert.deepEqual(
      results.map(({ code, isReported }) => [code, isReported]),
      [
        [5, true],
        [42, false],
      ],
    );
  });

  it('list a hundred errors and say that there are more', () => {
    const entries = Array.from(
      { length: 120 },
      (_, index) =>
        `<entry><organizer><templateId root="2.16.840.1.113883.10.20.27.3.33"/><id extension="${index}"/></organizer></entry>`,
    );
    const reported = codes(inIa('<entry>', `${entries.join('')}<entry>`)).map(([code]) => code);
    assert.equal(reported.filter((code) => code === 50).length, 100);
    assert.deepEqual(reported.slice(-1), [82]);
  });

  it('ask nothing of a measure under APP', () => {
    const app = inQuality(NUMERATOR, NUMERATOR + NUMERATOR).replace('MIPS_GROUP', 'MIPS_APP1_GROUP');
    assert.deepEqual(codes(app), []);
  });
});
