import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/document/openDocument.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../../server/src/rules/run.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { moveToYear, type YearMove } from '../../../server/src/yearMove/yearMove.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { type Qrda3Parts, qrda3 } from '../../fixtures/qrda3/document.ts';
import { ecqm } from '../../fixtures/qrda3/sections.ts';

function open(text: string) {
  return openDocument(text, knowledge.catalogs, { performanceYear: null });
}

function moveOf(text: string, to: number): YearMove {
  const document = open(text);
  assert.ok(document.format !== null);
  const move = moveToYear(document, to, knowledge);
  assert.ok(move);
  return move;
}

function moved(text: string, to: number): string {
  return applyEdits(text, moveOf(text, to).edits);
}

/** The lines of what was left, with the text it points at. */
function leftOf(text: string, to: number): string[] {
  return moveOf(text, to).leftovers.map(
    ({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`,
  );
}

const PARTS: Omit<Qrda3Parts, 'year'> = {
  quality: [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }, { ecqm: 'CMS2' }],
  pi: [
    ['PI_EP_1', [90, 100]],
    ['PI_PPHI_1', true],
  ],
  activities: ['IA_PM_16'],
};

function file(year: number, parts: Partial<Qrda3Parts> = {}): string {
  return qrda3({ year, ...PARTS, ...parts });
}

/** What of a file has nothing to do with its year: the fixture writes its title and the time of writing by it. */
function withoutTimes(text: string): string {
  return text
    .replace(/<title>Quality report \d+/g, '<title>')
    .replace(/value="20\d\d0115103000"/g, 'value=""');
}

describe('A QRDA III file moved to another year', () => {
  for (const [from, to] of [
    [2019, 2020],
    [2020, 2021],
    [2021, 2022],
    [2022, 2023],
    [2023, 2024],
    [2024, 2025],
    [2022, 2025],
  ] as const) {
    it(`is a valid file of ${to} when it was one of ${from}, and the other way`, () => {
      const parts = { activities: undefined, pi: undefined };
      assert.equal(
        withoutTimes(moved(file(from, parts), to)),
        withoutTimes(certified(file(to, parts), from)),
      );
      assert.equal(
        withoutTimes(moved(file(to, parts), from)),
        withoutTimes(certified(file(from, parts), to)),
      );
    });
  }

  /** The certification id is the participant's: it stays as it was in the other year. */
  function certified(text: string, year: number): string {
    return text.replace(/0015[EC]ABCDEFGH12/, year >= 2024 ? '0015CABCDEFGH12' : '0015EABCDEFGH12');
  }

  it('has the GUIDs of the new year for measures, populations and numerators', () => {
    const text = moved(file(2024), 2025);
    for (const cms of ['CMS165', 'CMS122', 'CMS2']) {
      const { eMeasureGuid, strata } = ecqm(cms, 2025);
      assert.ok(text.includes(`extension="${eMeasureGuid}"`), cms);
      assert.ok(text.includes(`root="${strata[0]?.populations?.numerator}"`), cms);
      assert.ok(!text.includes(ecqm(cms, 2024).eMeasureGuid ?? '-'), cms);
    }
  });

  it('comes back with the GUIDs it had', () => {
    const text = file(2024);
    assert.equal(moved(moved(text, 2025), 2024), text);
  });

  it('gets GUIDs in comments and narrative too, in the case they are written in', () => {
    const old = ecqm('CMS165', 2024).eMeasureGuid ?? '';
    const text = file(2024).replace('See the entries.', `See ${old.toUpperCase()} (CMS165v12).`);
    const { eMeasureGuid, eMeasureId } = ecqm('CMS165', 2025);
    assert.match(moved(text, 2025), new RegExp(`See ${eMeasureGuid?.toUpperCase()} \\(${eMeasureId}\\)\\.`));
  });

  it("gets the measure's new title and version where it says the old", () => {
    const { title } = ecqm('CMS122', 2024);
    const text = file(2024).replace(
      `<text>${ecqm('CMS122', 2024).eMeasureId}</text>`,
      `<text>${title}</text><setId root="f2986519-5a4e-4149-a8f2-af0a1dc7f6bc"/><versionNumber value="12"/>`,
    );
    const result = moved(text, 2025);
    assert.match(result, /<text>Diabetes: Glycemic Status Assessment Greater Than 9%<\/text>/);
    assert.match(result, /<versionNumber value="13"\/>/);
  });

  it('reports the same calendar days', () => {
    const text = file(2024).replace('20240101', '20240229');
    const result = moved(text, 2025);
    assert.match(result, /<low value="20250228"\/>/);
    assert.doesNotMatch(result, /<(?:low|high) value="2024/);
    assert.match(result, /<effectiveTime value="20250115103000"\/>/, 'the time of writing stays');
  });

  it('tells a period that is too short in the new year', () => {
    const text = file(2023, { activities: undefined, quality: undefined }).replaceAll('20231231', '20230401');
    assert.ok(leftOf(text, 2024).some((line) => /needs 180 in a row/.test(line)));
  });

  it('keeps the GUIDs where those of the year are not published, and says so once for each measure', () => {
    const text = file(2025);
    const result = moved(text, 2026);
    assert.ok(result.includes(ecqm('CMS165', 2025).eMeasureGuid ?? '-'));
    assert.match(result, /27\.1\.2" extension="2025-05-01"/);
    const left = leftOf(text, 2026).filter((line) => /has not published the eCQM GUIDs of 2026/.test(line));
    assert.equal(left.length, 3);
    assert.ok(left[0]?.startsWith(`${ecqm('CMS165', 2025).eMeasureGuid}: CMS165v13`));
  });

  it('writes the sex of patients in the form of the year', () => {
    const text = moved(file(2025), 2026);
    assert.match(text, /27\.3\.21" extension="2025-05-01"/);
    assert.match(text, /<value xsi:type="CD" nullFlavor="OTH"><translation code="248152002"/);
    assert.doesNotMatch(text, /code="F"/);
    assert.equal(moved(text, 2025), file(2025));
  });

  it('keeps a measure that the new year does not have, and lists it', () => {
    const text = file(2023, { quality: [{ ecqm: 'CMS147' }] });
    assert.match(leftOf(text, 2024).join('\n'), /2024 has no version of this measure/);
    assert.ok(moved(text, 2024).includes(ecqm('CMS147', 2023).eMeasureGuid ?? '-'));
  });

  it('keeps a program and an MVP that the new year does not have, and lists them', () => {
    const text = file(2024, { program: 'PCF', mvp: 'M0003' });
    const left = leftOf(text, 2026).join('\n');
    assert.match(left, /PCF: The program "PCF" is none of 2026/);
    assert.match(left, /M0003: The program "M0003" is none of 2026/);
    assert.match(moved(text, 2026), /extension="PCF"/);
  });

  it('gives an activity that was renamed its new id', () => {
    const text = file(2025, { activities: ['IA_PM_13'] });
    assert.match(moved(text, 2026), /extension="IA_AHW_1"\/>\s*<text>IA_AHW_1<\/text>/);
  });

  it('gets the templates that only the year asks for, and loses those it does not know', () => {
    assert.match(moved(file(2020), 2019), /3\.249\.20\.2\.1" extension="2018-05-01"/);
    assert.doesNotMatch(moved(file(2019), 2020), /3\.249\.20\./);
  });

  it('has no finding that was not there before but what is listed', () => {
    const text = file(2024, { mvp: 'M0003' });
    const move = moveOf(text, 2025);
    const result = open(applyEdits(text, move.edits));
    const messages = new Set(move.leftovers.map(({ message }) => message));
    const options = { ...DEFAULT_CHECK_OPTIONS, profile: 'guide' } as const;
    const unlisted = checkDocument(result, knowledge, options).filter(
      ({ severity, message }) => severity === 'error' && !messages.has(message),
    );
    assert.deepEqual(
      unlisted.map(({ rule }) => rule).filter((rule) => rule !== 'program-not-in-year'),
      [],
    );
  });

  it('stays as it is in its own year', () => {
    assert.deepEqual(moveOf(file(2025), 2025).edits, []);
  });

  it('moves as far as it can be read', () => {
    const text = file(2024);
    for (let end = text.length; end > 2000; end = Math.floor(end * 0.8)) {
      assert.match(moved(text.slice(0, end), 2025), /27\.1\.2" extension="2024-12-01"/, `cut at ${end}`);
    }
  });
});

describe('A QPP JSON file moved to another year', () => {
  const set = {
    category: 'quality',
    submissionMethod: 'registry',
    programName: 'mips',
    performanceStart: '2023-01-01',
    performanceEnd: '2023-12-31',
  };
  const json = (year: number, measurements: unknown, changes = {}): string =>
    JSON.stringify(
      {
        performanceYear: year,
        entityType: 'group',
        taxpayerIdentificationNumber: '000777777',
        measurementSets: [{ ...set, ...changes, measurements }],
      },
      null,
      2,
    );

  it('has the year and the periods, and all else as it was', () => {
    const text = json(2023, [{ measureId: 'IA_PM_16', value: true }], { category: 'ia' });
    assert.equal(moved(text, 2024), text.replaceAll('2023', '2024'));
  });

  it('names strata as the year does, and says that it did', () => {
    const text = json(2022, [
      { measureId: '226', value: { isEndToEndReported: true, strata: [{ stratum: 'screenedForUse' }] } },
    ]);
    assert.match(moved(text, 2023), /"stratum": "screened"/);
    assert.match(leftOf(text, 2023).join('\n'), /screenedForUse: The stratum is called "screened" in 2023/);
  });

  it('keeps a measure that is gone, and lists it', () => {
    const text = json(2023, [{ measureId: '110', value: { isEndToEndReported: true } }]);
    assert.match(moved(text, 2024), /"110"/);
    assert.match(leftOf(text, 2024).join('\n'), /110/);
  });

  it('keeps a program that is gone, and lists it', () => {
    const text = json(2024, [], { programName: 'pcf' });
    assert.match(leftOf(text, 2025).join('\n'), /pcf: The program "pcf" is none of 2025/);
  });
});
