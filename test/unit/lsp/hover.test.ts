import assert from 'node:assert/strict';
import { hover } from '../../../server/src/lsp/hover/hover.ts';
import { CURSOR, cursorAt, openAtCursor } from '../../fixtures/cursor.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';
import { ecqm } from '../../fixtures/qrda3/sections.ts';

const FILE = qrda3({
  year: 2025,
  quality: [{ ecqm: 'CMS165' }],
  pi: [['PI_EP_1', [1, 4]]],
  mvp: 'G0053',
});
const CMS165 = ecqm('CMS165', 2025);

/** What a hover says with the cursor in a place of the file. */
function hoverAt(place: string, file = FILE): string {
  const { text, offset } = cursorAt(file, place);
  const opened = openAtCursor(text.slice(0, offset) + CURSOR + text.slice(offset), 'qrda3');
  return hover(opened.document, opened.offset, opened.catalog, knowledge)?.markdown ?? '';
}

/** A place in the middle of a text. */
const inside = (text: string) => text.slice(0, 2) + CURSOR + text.slice(2);

describe('Hover on a measure of a QRDA III file', () => {
  const card = hoverAt(inside(CMS165.eMeasureGuid ?? ''));

  it('shows its ids, title, type, populations, programs and specification', () => {
    for (const fact of [
      /CMS165v13 · 236/,
      /Controlling High Blood Pressure/,
      /intermediate outcome · high priority/,
      /Populations: IPOP, DENOM, DENEX, NUMER/,
      /Programs: mips, app1, appPlus/,
      /\[Specification: eCQM\]\(https:/,
    ])
      assert.match(card, fact);
  });

  it('shows its benchmark as a bar with the bounds of deciles in figures', () => {
    assert.match(
      card,
      /Benchmark 2023, eCQM: `[▁▂▃▄▅▆▇█]{10} {2}D3 55\.17 % {2}D6 68\.735 % {2}D10 84\.74 %`/,
    );
  });

  it('says that a measure is inverse, topped out, or has no benchmark', () => {
    const guidOf = (number: string) => ecqm(number, 2025).eMeasureGuid ?? '';
    const cardOf = (number: string) =>
      hoverAt(inside(guidOf(number)), qrda3({ year: 2025, quality: [{ ecqm: number }] }));
    assert.match(cardOf('CMS122'), /inverse \(lower is better\)/);
    assert.match(cardOf('CMS68'), /topped out/);
    const withoutBenchmark = [...(knowledge.catalogs.year(2025)?.byEcqm.keys() ?? [])].filter((number) =>
      /No historical benchmark/.test(cardOf(number)),
    );
    assert.ok(withoutBenchmark.length > 0);
  });

  it('works its rate out anew, at the reference and at each count', () => {
    for (const text of [card, hoverAt('value="6$00"'), hoverAt('<org$0anizer')]) {
      assert.match(text, /Performance rate: 66\.67 %.*\n.*Data completeness: 100 %.*\n.*Case count: 100/);
    }
  });

  it('compares a rate of the file with its counts', () => {
    const wrong = FILE.replace('value="0.666667"', 'value="0.75"');
    const text = hoverAt('0.$075', wrong);
    assert.match(text, /Performance rate by the counts: 0\.666667 \(66\.67 %\)/);
    assert.match(text, /NUMER 60 \/ \(DENOM 100 − DENEX 10 − DENEXCEP 0\)/);
    assert.match(text, /In the file: 0\.75/);
  });

  it('says that there is no rate where nothing is left of the denominator', () => {
    const counts = {
      initialPopulation: 5,
      denominator: 5,
      denominatorExclusion: 5,
      denominatorException: 0,
      numerator: 0,
    };
    const file = qrda3({ year: 2025, quality: [{ ecqm: 'CMS165', counts }] });
    const text = hoverAt('xsi:type="REAL" null$0Flavor="NA"', file);
    assert.match(text, /`nullFlavor`/);
    assert.match(hoverAt('<val$0ue xsi:type="REAL"', file), /by the counts: none, as nothing is left/);
  });

  it('works out the rate of a Promoting Interoperability measure', () => {
    assert.match(hoverAt('PI_$0EP_1'), /e-Prescribing[\s\S]*Performance rate: 25 % \(1 of 4\)/);
  });
});

describe('Hover on a template of a QRDA III file', () => {
  it('shows name, version, the year before, and how often it stands where, by number', () => {
    const card = hoverAt('2.16.840.1.113883.10.20.17.3.$08" extension="2020-12-01"');
    assert.match(card, /Reporting parameters act · HL7 entry template/);
    assert.match(card, /version of 2025: `2020-12-01`, as in 2024/);
    assert.match(card, /exactly one in Quality measure section \(HL7, 27\.2\.1, 2020-12-01\) · 4484-21467/);
  });
});

describe('Hover on a code of a QRDA III file', () => {
  it('names it and what else may stand there', () => {
    const card = hoverAt('2106$0-3');
    assert.match(card, /`2106-3` is White/);
    assert.match(card, /Allowed: .*`2028-9` Asian/);
  });

  it('names program names, nullFlavors and MVPs', () => {
    assert.match(hoverAt('MIPS_$0GROUP'), /program mips in QPP JSON, entity type group/);
    assert.match(hoverAt('nullFlavor="N$0A"'), /`NA` is Not applicable/);
    assert.match(hoverAt('G00$053'), /MIPS Value Pathway/);
  });
});

describe('Hover on a conformance number in a comment', () => {
  const commented = (comment: string) =>
    FILE.replace('<entry typeCode="DRIV">', `<!-- ${comment} --><entry typeCode="DRIV">`);

  it('tells what it asks for, in whatever form it is written', () => {
    for (const [comment, place] of [
      ['CONF:CMS_64', 'CMS$0_64'],
      ['CONF:4484-17284', '4484-$017284'],
      ['CONF:17284', '17$0284'],
    ] as const) {
      assert.match(
        hoverAt(place, commented(comment)),
        /Quality measure section[\s\S]*SHALL holds exactly one/,
        comment,
      );
    }
  });

  it('says nothing of other numbers, nor outside of comments', () => {
    assert.equal(hoverAt('1234$056', commented('since 123456')), '');
    assert.equal(hoverAt('see 172$084', FILE.replace('See the entries.', 'see 17284')), '');
  });
});
